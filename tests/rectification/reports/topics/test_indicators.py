"""A county's own indicators come into the report without a line of code for them."""

from decimal import Decimal
from typing import Any

import pytest

from rectification.reports.topics import ground, indicators
from tests.rectification.reports.topics.told_by import (
    HE,
    LI,
    assert_sound,
    queries,
    report,
    values,
)
from tests.rectification.reports.topics.told_by import said as sentences
from tests.villages.indicators.factories import draft, in_force, said
from villages.common.periods import Quarter
from villages.common.scope import Scope
from villages.indicators.figures import indicator
from villages.indicators.periods import read_span
from villages.models import County

_NUMBER = {"slug": "toilets", "name": "改厕3格式户数", "rhythm": "month"}


def test_a_number_is_the_apps_own_sum_with_its_gaps(county: County) -> None:
    one = in_force(**_NUMBER)
    said(one, LI, "2026-10", Decimal("12.5"))
    said(one, HE, "2026-10", 30)
    said(one, LI, "2026-09", 7)
    span = read_span("month", "2026-10")

    content = report(county, ground.tell, indicators.tell)

    own = indicator(Scope.of([county.code]), county.code, one, span).total()
    item = content.figure("indicator.toilets")
    assert item.number == own.value == Decimal("42.5")
    assert item.missing == own.missing
    assert len(item.missing) == 3
    found = values(content)
    assert (found["indicator.toilets.before"], found["indicator.toilets.villages"]) == (7, 2)
    assert sentences(content)["indicator.toilets"] == (
        "2026年10月改厕3格式户数42.5户（2个村已报）。"
    )
    assert_sound(content)


@pytest.mark.parametrize(
    ("kind", "answers", "value"),
    [
        ("share", ((LI, {"value": 1, "base": 3}), (HE, {"value": 1, "base": 1})), "50.00"),
        ("yes-no", ((LI, {"is_yes": True}), (HE, {"is_yes": False})), 1),
        ("count", ((LI, {"value": 2}), (HE, {"value": -2})), 0),
    ],
)
def test_every_kind_is_told(county: County, kind: str, answers: Any, value: Any) -> None:
    one = in_force(**{**_NUMBER, "kind": kind, "unit": "户" if kind == "count" else ""})
    for village, given in answers:
        said(one, village, "2026-10", **given)

    content = report(county, ground.tell, indicators.tell)

    assert values(content)["indicator.toilets"] == value
    assert_sound(content)


def test_an_indicator_that_nobody_answered_is_a_gap_in_the_table(county: County) -> None:
    in_force(**_NUMBER)

    content = report(county, ground.tell, indicators.tell)

    assert content.figure("indicator.toilets").gap == "not-filed"
    assert content.table("indicators").rows == (
        ("改厕3格式户数", "户", "2026年10月", "—", "—", "0"),
    )
    assert "indicator.toilets" not in sentences(content)


def test_a_draft_and_one_of_another_rhythm_are_not_asked_in_a_month(county: County) -> None:
    draft(**_NUMBER)
    in_force(slug="yearly", name="年度数", rhythm="year")

    content = report(county, ground.tell, indicators.tell)

    assert "indicators" not in [table.key for table in content.tables]


def test_a_quarter_tells_the_span_that_ends_in_it(county: County) -> None:
    quarterly, monthly = in_force(), in_force(**_NUMBER)
    said(quarterly, LI, "2026Q3", 5)
    said(monthly, LI, "2026-09", 2)
    said(monthly, LI, "2026-08", 90)

    content = report(county, ground.tell, indicators.tell, period=Quarter(2026, 3))

    found = values(content)
    assert (found["indicator.flush-toilets"], found["indicator.toilets"]) == (5, 2)
    assert found["indicator.toilets.before"] == 90


def test_many_indicators_make_no_further_queries(county: County) -> None:
    for number in range(3):
        one = in_force(slug=f"one{number}", name=f"第{number}项", rhythm="month")
        said(one, LI, "2026-10", number)

    assert queries(indicators.tell, county) == 2
