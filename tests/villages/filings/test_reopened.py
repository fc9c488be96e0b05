"""A closed month opened again for a village: what may be written, and how it is marked."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from tests.villages.filings.memory import RENT, VISITS, Memory, asks
from tests.villages.filings.test_submitting import AT, MONTH, hand_in
from villages.accounts.models import User
from villages.common import clock
from villages.common.errors import DomainError
from villages.filings.actions.reviewing import accept
from villages.filings.choices import FilingState
from villages.filings.figures.corrected import corrected_villages, is_corrected
from villages.filings.models import Filing, FilingReceipt
from villages.imports.actions.asking import ask_reopening
from villages.imports.actions.granting import grant_request
from villages.imports.actions.months import close_month
from villages.imports.models import FilingMonth
from villages.models import County, Village

NEAR, BESIDE, THIRD = "999901001200", "999901001201", "999901001202"
ENDS = date(2026, 11, 6)


@pytest.fixture
def opened(memory: Memory, county: County, people: dict[str, User]) -> FilingMonth:
    """Two of three villages were accepted; the month was closed, and opened again for one."""
    asks(county.code, VISITS, RENT)
    clerk, staff = people["township_clerk"], people["county_staff"]
    hand_in((NEAR, BESIDE), clerk)
    accept(month=MONTH, codes=[NEAR, BESIDE], by=staff, at=AT + timedelta(days=1))
    month = close_month(by=staff, county=county.code, month=MONTH)
    row = ask_reopening(
        by=clerk, filing_month=month, village_codes=[NEAR], items="租金收入", reason="填反了"
    )
    grant_request(by=staff, request=row, ends_on=ENDS)
    return month


def states() -> dict[str, str]:
    return dict(Filing.objects.values_list("village__code", "state"))


def test_what_was_accepted_goes_back_with_the_words_of_the_request(opened: FilingMonth) -> None:
    assert states() == {NEAR: FilingState.RETURNED, BESIDE: FilingState.ACCEPTED}
    back = Filing.objects.get(village__code=NEAR).returns.get()
    assert "租金收入" in back.words


def test_only_the_named_village_takes_a_correction_and_it_is_marked(
    opened: FilingMonth, people: dict[str, User]
) -> None:
    clerk = people["township_clerk"]
    with pytest.raises(DomainError) as other:
        hand_in((THIRD,), clerk, at=clock.now(), key="k2")
    with pytest.raises(DomainError) as both:
        hand_in((NEAR, THIRD), clerk, at=clock.now(), key="k3")

    hand_in((NEAR,), clerk, at=clock.now(), key="k4")

    assert (other.value.code, both.value.code) == ("month_closed", "month_closed")
    villages = list(Village.objects.values_list("pk", flat=True))
    assert corrected_villages(villages, MONTH) == {NEAR}
    # A correction is no late filing: the first submission was in time.
    assert not Filing.objects.get(village__code=NEAR).is_late


def test_the_township_sees_what_is_open_again_and_what_was_corrected(
    opened: FilingMonth, people: dict[str, User], township_client: Client
) -> None:
    page = township_client.get("/filings/2026-10/999901001/").content.decode()
    assert "只有下列村限期重新开放" in page
    assert "申请内容" not in page
    grid = township_client.get("/filings/2026-10/999901001/grid/").content.decode()
    assert NEAR in grid
    assert THIRD not in grid
    closed = township_client.get(f"/filings/2026-10/{THIRD}/").content.decode()
    assert f"/months/2026-10/ask/?village={THIRD}" in closed
    own = township_client.get(f"/filings/2026-10/{NEAR}/").content.decode()
    assert "已封账,只能查看" not in own

    hand_in((NEAR,), people["township_clerk"], at=clock.now(), key="k4")

    page = township_client.get("/filings/2026-10/999901001/").content.decode()
    assert page.count("封账后更正") == 1
    receipt = FilingReceipt.objects.get(key="k4")
    assert "封账后更正" in township_client.get(f"/filings/receipts/{receipt.uid}/").content.decode()
    found = township_client.get("/api/v1/filings/?is_corrected=true").json()["results"]
    assert [one["village"] for one in found] == [NEAR]


def test_a_closed_month_leads_to_the_request(
    memory: Memory, people: dict[str, User], township_client: Client
) -> None:
    close_month(by=people["county_staff"], county="999901", month=MONTH)

    page = township_client.get("/filings/2026-10/999901001/").content.decode()

    assert 'href="/months/2026-10/ask/"' in page


@pytest.mark.parametrize(
    ("sent", "closed", "corrected"),
    [(1, 2, False), (2, 1, True), (2, 2, False), (None, 1, False), (1, None, False)],
)
def test_a_correction_is_what_came_after_the_closing(
    sent: int | None, closed: int | None, corrected: bool
) -> None:
    def at(day: int | None) -> datetime | None:
        return AT + timedelta(days=day) if day else None

    assert is_corrected(at(sent), at(closed)) is corrected
