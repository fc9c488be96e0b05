"""Why are we returned: filings and orders side by side, by township and month."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from rectification.models import CaseWord
from rectification.supervision.actions.settling import return_
from rectification.supervision.figures.why_returned import Why, by_month, by_reason, why_returned
from rectification.supervision.models import OrderUnit
from rectification.supervision.states import UnitStatus
from tests.factories import signed_in
from tests.rectification.supervision.inspections.visits import filed
from tests.rectification.supervision.situations import (
    EAST,
    FAR,
    LI,
    REASON,
    TODAY,
    WILLOW,
    Cast,
    part_in,
)
from villages.common.periods import Month
from villages.filings.models import FilingReturn

pytestmark = pytest.mark.django_db
YEAR = {"first": date(2026, 1, 1), "last": TODAY}
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def sent_back(cast: Cast, code: str, at: datetime, reason: str = "jump", key: str = "") -> None:
    filing = filed(cast, code, 202609)
    FilingReturn.objects.create(
        filing=filing, county_code="999901", input_key=key, reason=reason,
        returned_by=cast.author, returned_at=at,
    )  # fmt: skip


def whys() -> list[Why]:
    return why_returned(FilingReturn.objects.all(), OrderUnit.objects.all(), **YEAR)


@pytest.fixture
def both(cast: Cast) -> Cast:
    """A filing of each township, and a reply of one."""
    sent_back(cast, LI, datetime(2026, 10, 20, 3, tzinfo=UTC))
    # The first of November here is the last of October in Greenwich.
    sent_back(cast, FAR, datetime(2026, 10, 31, 17, tzinfo=UTC), reason="scope")
    return_(part_in(UnitStatus.REPLIED, cast), by=cast.author, on=TODAY, reason=REASON)
    return cast


def test_by_month_unit_and_reason(both: Cast, django_assert_num_queries: Any) -> None:
    word = CaseWord.objects.get(county_code="999901", use="return", name=REASON)
    with django_assert_num_queries(3):
        found = whys()

    east = Why("order", NOVEMBER, EAST, "东关街道", word.uid, REASON, 1)
    far = Why("filing", NOVEMBER, WILLOW, "柳林镇", "scope", "口径不符", 1)
    near = Why("filing", OCTOBER, EAST, "东关街道", "jump", "与上期差异较大,请说明", 1)
    assert found == [east, far, near]
    assert by_month(found) == {OCTOBER: 1, NOVEMBER: 2}
    assert by_reason(found, "order") == {REASON: 1}


def test_the_days_are_those_of_returning(both: Cast) -> None:
    october = {"first": date(2026, 10, 1), "last": date(2026, 10, 31)}

    found = why_returned(FilingReturn.objects.all(), OrderUnit.objects.all(), **october)

    assert [one.reason for one in found] == ["与上期差异较大,请说明"]


def test_a_township_sees_why_it_is_returned_and_nobody_else(both: Cast) -> None:
    page = signed_in(both.clerk).get("/orders/returned/").content.decode()

    assert REASON in page and "与上期差异较大" in page
    assert "口径不符" not in page


@pytest.mark.parametrize("who", ["author", "leader", "clerk", "secretary", "seat"])
def test_the_page_opens_from_the_first_one(both: Cast, who: str) -> None:
    client = signed_in(getattr(both, who))

    assert "/orders/returned/" in client.get("/orders/").content.decode()
    assert client.get("/orders/returned/").status_code == 200


def test_sheet_and_paper_hold_the_same_rows(both: Cast) -> None:
    client = signed_in(both.author)

    answer = client.get("/orders/returned/?format=xlsx")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cells = [row for row in book.active.iter_rows(values_only=True) if row[-1] == 1]
    paper = client.get("/orders/returned/?format=print").content.decode()

    assert [row[4] for row in cells] == [one.reason for one in whys()]
    assert [row[2] for row in cells] == [EAST, WILLOW, EAST]
    assert all(one.reason in paper for one in whys())


def test_nothing_returned_is_said(cast: Cast) -> None:
    page = signed_in(cast.author).get("/orders/returned/").content.decode()

    assert "这段时间没有退回的填报" in page
