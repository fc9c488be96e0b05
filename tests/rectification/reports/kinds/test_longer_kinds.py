"""Quarter and half-year as a whole, over rows of a county."""

import json
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collective_economy.models import IncomeEntry
from rectification.reports.actions.making import make_report
from rectification.reports.content import ReportContent
from rectification.reports.extract import extract
from rectification.reports.kinds import half_year, quarterly
from rectification.reports.kinds.composing import compose
from rectification.reports.kinds.planning import Plan
from rectification.reports.states import ReportStatus
from tests import factories
from tests.rectification.reports.kept import kept
from tests.rectification.reports.made import filled
from tests.rectification.reports.topics.told_by import (
    EAST,
    WILLOW,
    asked,
    assert_sound,
    said,
    values,
)
from tests.rectification.situations import earned
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import HalfYear, Month, Period, Quarter
from villages.models import County, Township

OCTOBER = Month(2026, 10)
QUARTER, HALF = Quarter(2026, 4), HalfYear(2026, 2)
_PLANS: dict[type[Period], tuple[str, Plan]] = {
    Quarter: ("quarterly", quarterly.PLAN), HalfYear: ("half-year", half_year.PLAN),
}  # fmt: skip


def composed(county: County, period: Period) -> ReportContent:
    """The report, as it is composed."""
    kind, plan = _PLANS[type(period)]
    return compose(kind, plan, asked(county, period), lambda *_stage: None)


@pytest.mark.parametrize("period", [QUARTER, HALF])
def test_every_figure_comes_from_its_rows(county: County, period: Period) -> None:
    filled(county)

    content = composed(county, period)

    assert_sound(content)
    assert len(content.figures) >= 20
    assert 0 < content.characters <= 5000


@pytest.mark.parametrize("period", [QUARTER, HALF])
def test_an_empty_county_is_neither_praised_nor_blamed(county: County, period: Period) -> None:
    content = composed(county, period)

    keys = {one.key for one in content.sections}
    assert keys.isdisjoint({"practices", "rating"})
    assert "grades.townships" not in said(content)


@pytest.mark.parametrize("period", [QUARTER, HALF])
@pytest.mark.parametrize(("own", "other"), [(EAST, WILLOW), (WILLOW, EAST)])
def test_a_townships_extract_names_no_village_of_others(
    county: County, period: Period, own: str, other: str
) -> None:
    filled(county)
    content = composed(county, period)

    stated = json.dumps(extract(content, own).to_json(), ensure_ascii=False)

    # 李庄村 stands in both townships.
    theirs = {"何河村", "周桥村"} if own == WILLOW else {"郭集村"}
    township = Township.objects.get(code=other).name
    assert [one for one in (*theirs, township, other) if one in stated] == []


def test_the_quarter_grades_every_township(county: County) -> None:
    filled(county)

    base = composed(county, QUARTER).base_of["grades"]

    assert base.column("township_code") == [EAST, WILLOW]


def test_what_stood_in_the_last_quarter_too_has_a_section_of_its_own(county: County) -> None:
    filled(county)
    first = composed(county, QUARTER)
    kept(replace(first, period="2026Q3"), ReportStatus.ISSUED, is_open=False)

    again = composed(county, QUARTER)

    lines = {one.key: [line.key for line in one.lines] for one in again.sections}
    assert "again" not in {one.key for one in first.sections}
    assert lines["again"]
    assert set(lines["again"]).isdisjoint(lines["problems"])
    assert_sound(again)


def test_income_that_changed_after_the_month_is_a_listed_correction(county: County) -> None:
    filled(county)
    earned("999901001202", 50_000, 202609)
    of_october = earned("999901001202", 70_000)
    make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)
    IncomeEntry.objects.filter(pk=of_october.pk).update(amount_fen=62_550)

    content = composed(county, HALF)

    rows = {row[1]: row for row in content.table("corrections").rows if row[0] == "2026年10月"}
    assert rows["经营性收入（元）"][2:] == ("200.00", "125.50", "-74.50")
    assert values(content)["year.income.month"] == "125.50"
    assert values(content)["year.corrections"] == len(content.table("corrections").rows)


def test_queries_do_not_grow_with_villages(county: County) -> None:
    filled(county)
    composed(county, HALF)
    with CaptureQueriesContext(connection) as few:
        composed(county, HALF)
    willow = Township.objects.get(code=WILLOW)
    for number in range(300, 315):
        code = f"{WILLOW}{number}"
        factories.VillageFactory(township=willow, code=code, name=f"{number}村", with_profile=True)

    with CaptureQueriesContext(connection) as many:
        composed(county, HALF)

    assert len(few) == len(many)
