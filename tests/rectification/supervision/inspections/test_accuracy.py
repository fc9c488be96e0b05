"""What was seen is laid beside what was filed; the result is the township's and the county's."""

from datetime import date
from decimal import Decimal

import pytest

from cadres.models import Posting, ResidentDuty
from rectification.supervision.actions.site_records import Answer, record_site
from rectification.supervision.figures.accuracy import accuracy, altogether
from rectification.supervision.figures.comparing import agree
from rectification.supervision.models import SiteAnswer
from tests.factories import signed_in
from tests.rectification.supervision.inspections.visits import (
    SEEN,
    filed,
    point,
    published,
    visited,
)
from tests.rectification.supervision.situations import FAR, LI, village
from tests.villages.ledgers.making import built
from villages.common.columns import Kind
from villages.filings.choices import FilingState
from villages.filings.declaring import FilingInput

DAYS = "cadres.resident_days"


def stayed(code: str, days: int, month: int = 202609) -> None:
    """The days in the village that stand in the ledger of a month."""
    where = village(code)
    given = {"role": "first_secretary", "started_on": date(2025, 1, 1), "ended_on": None}
    posting = Posting.objects.filter(village=where).first() or built(Posting, where, **given)
    posting.save()
    duty = built(ResidentDuty, where, posting=posting, month=month, days_actual=days)
    duty.save()


def answered(cast, code: str, *answers: Answer) -> list[SiteAnswer]:
    site = visited(cast, code)[0].site
    record_site(site, by=cast.author, on=SEEN, values={}, answers=answers)
    return list(SiteAnswer.objects.filter(site=site).order_by("pk"))


@pytest.mark.parametrize(
    ("kind", "answer", "agrees"),
    [
        ("number", {"number": Decimal(21)}, True),
        ("number", {"number": Decimal("21.5")}, False),
        ("number", {"text": "没有日志"}, None),
        ("yes_no", {"is_yes": True}, True),
        ("yes_no", {"is_yes": False}, False),
        ("text", {"text": "基本在村"}, None),
    ],
)
def test_an_answer_agrees_with_the_month_that_was_filed(kind, answer, agrees, cast) -> None:
    stayed(LI, 21)
    stayed(LI, 3, month=202608)
    filed(cast, LI, 202609)
    filed(cast, LI, 202608)

    [row] = answered(cast, LI, Answer(point("驻村天数", DAYS, kind), **answer))

    assert (row.month, row.filed, row.agrees) == (202609, "21", agrees)


def test_what_was_not_handed_in_by_then_is_not_compared(cast) -> None:
    stayed(LI, 21)
    stayed(LI, 20, month=202611)
    filed(cast, LI, 202609, state=FilingState.RETURNED)
    filed(cast, LI, 202611)

    [row] = answered(cast, LI, Answer(point("驻村天数", DAYS, "number"), number=Decimal(21)))

    assert (row.month, row.filed, row.agrees) == (None, "", None)


def test_a_point_without_an_input_is_not_compared(cast) -> None:
    filed(cast, LI, 202609)

    [row] = answered(cast, LI, Answer(point("公开栏"), is_yes=True))

    assert row.agrees is None


def test_money_is_asked_in_yuan_and_kept_in_fen() -> None:
    one = FilingInput("x", "收入", Kind.YUAN, "", "")

    assert agree(one, 123450, Decimal("1234.50"))
    assert not agree(one, 123450, Decimal("1234"))


def test_a_townships_share_and_who_sees_it(cast) -> None:
    rows = published(cast, LI, FAR)
    days, duty = point("驻村天数", DAYS, "number"), point("在村", DAYS)
    for row, agreeing in ((rows[0], (True, False)), (rows[1], (True, True))):
        for one, agrees in zip((days, duty), agreeing, strict=True):
            SiteAnswer.objects.create(
                county_code=row.county_code, village=row.village, site=row.site, point=one,
                is_yes=True, month=202609, filed="21", agrees=agrees,
            )  # fmt: skip

    lines = accuracy(SiteAnswer.objects.visible_to(cast.leader))

    assert [(one.code, one.agreeing, one.compared, one.share) for one in lines] == [
        (LI[:9], 1, 2, Decimal("50.0")), (FAR[:9], 2, 2, Decimal("100.0")),
    ]  # fmt: skip
    assert altogether(lines).share == Decimal("75.0")
    near = accuracy(SiteAnswer.objects.visible_to(cast.clerk))
    assert [one.code for one in near] == [LI[:9]]
    page = signed_in(cast.clerk).get("/orders/inspections/figures/2026/").content.decode()
    assert "50.0%(1/2)" in page
    assert "100.0%" not in page
    rows_page = signed_in(cast.clerk).get("/ledgers/inspection-answers/?year=2026&agrees=false")
    assert rows_page.content.decode().count("在村") >= 1


def test_village_people_see_no_accuracy(cast, people) -> None:
    client = signed_in(people["village_secretary"])

    assert client.get("/orders/inspections/figures/2026/").status_code == 403
    assert client.get("/api/v1/inspection-answers/").status_code == 403
