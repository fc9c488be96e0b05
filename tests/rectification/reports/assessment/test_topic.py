"""The year-end bulletin: scores and inputs recomputed from frozen rows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cadres.models import PostTenure
from rectification.reports.actions.assessment import open_year, publish
from rectification.reports.actions.assessment_entries import Given, confirm, enter
from rectification.reports.actions.making import compose
from rectification.reports.assessment.rules.inputs import Rate
from rectification.reports.content import ReportContent
from rectification.reports.content.lines import loose_digits
from rectification.reports.figures.assessment import board
from rectification.reports.figures.assessment_inputs import inputs_of
from rectification.reports.models import Assessment
from rectification.reports.topics.assessment_rows import GRADES, INPUT_ROWS, LINES
from tests import factories
from tests.rectification.situations import earned, person
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.periods import Year
from villages.models import County, Parameter, Township

EAST, WILLOW = "999901001", "999901101"
DAY = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def _at_the_end_of_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", DAY.isoformat())


@pytest.fixture
def filled(county: County) -> County:
    person("999901001200", "secretary", name="王立")
    person("999901101200", "secretary", "director", name="赵强")
    earned("999901001200", 12_000_000, month=202612)
    earned("999901001201", 3_000_000, month=202612)
    return county


@pytest.fixture
def year(filled: County, people: dict[str, User]) -> Assessment:
    return open_year(by=people[Role.COUNTY_STAFF], county=filled, year=2026, on=DAY)


def _content(county: County) -> ReportContent:
    return compose(by=COMMAND_LINE, kind="year-end", period=Year(2026), county=county).content


def _texts(content: ReportContent) -> str:
    return "".join(content.said(line).text for line in content.lines)


def test_every_figure_is_recomputed_from_its_frozen_rows(filled: County) -> None:
    content = _content(filled)

    stated = [one for one in content.figures if one.value is not None]
    assert all(one.formula is not None for one in stated)
    wrong = [
        one.code
        for one in stated
        if one.formula and str(one.formula.value(content.base_of)) != str(one.value)
    ]
    assert wrong == []
    assert any(one.code == f"score.points.{EAST}" for one in stated)


def test_scores_are_those_of_the_app(filled: County) -> None:
    content, found = _content(filled), board(filled.code, 2026, DAY)

    for one in found.rows:
        points = content.figure(f"score.points.{one.code}")
        assert points.number == one.sheet.score
        assert content.figure(f"score.full.{one.code}").number == one.sheet.full
        for line in one.sheet.lines:
            item = content.figure(f"score.line.{line.block.key}.{one.code}")
            assert (item.value is not None) == line.is_known


def test_inputs_are_told_with_their_base(filled: County) -> None:
    content = _content(filled)

    item = content.figure("assessed.economy.line")
    assert (item.value, item.numerator, item.denominator) == ("50.00", 1, 2)
    assert content.figure(f"assessed.economy.line.{WILLOW}").value is None
    assert "经营性收入达线村占比50.00%（1/2）" in _texts(content)


def test_unknown_inputs_are_absent_from_the_frozen_rows(filled: County) -> None:
    content = _content(filled)

    table = content.base_of[INPUT_ROWS]
    inputs = {row[2] for row in table.rows if row[0] == WILLOW}
    assert "economy.plan" not in inputs
    assert "masses.satisfaction" not in inputs
    assert content.figure("score.gaps").value == 2


def test_sentences_hold_no_number_without_rows(filled: County) -> None:
    content = _content(filled)

    assert [line.key for line in content.lines if loose_digits(line.pattern)] == []


def test_the_front_says_that_scores_are_not_published(
    year: Assessment, people: dict[str, User]
) -> None:
    county = County.objects.get(code=year.county_code)
    draft = _texts(_content(county))

    publish(by=people[Role.COUNTY_STAFF], row=year, on=DAY)

    published = _texts(_content(county))
    assert "拟算结果" in draft
    assert "拟算结果" not in published
    assert "正在公示" in published


def test_a_published_year_is_told_as_it_was_frozen(
    year: Assessment, people: dict[str, User]
) -> None:
    county = County.objects.get(code=year.county_code)
    publish(by=people[Role.COUNTY_STAFF], row=year, on=DAY)
    before = _content(county).base_of
    person("999901001201", "secretary", "director", name="孙梅")

    after = _content(county).base_of

    assert [after[key] for key in (INPUT_ROWS, LINES, GRADES)] == [
        before[key] for key in (INPUT_ROWS, LINES, GRADES)
    ]


def test_a_veto_stands_in_the_list_and_among_the_problems(
    year: Assessment, people: dict[str, User]
) -> None:
    county = County.objects.get(code=year.county_code)
    ground = year.scheme.vetoes.get(name__contains="群体性事件")
    given = Given(EAST, "veto", "三月发生群体性事件", veto=ground)
    entry = enter(by=people[Role.COUNTY_STAFF], row=year, given=given, on=DAY)
    confirm(by=people[Role.COUNTY_MINISTER], row=entry, on=DAY)

    content = _content(county)

    problem = next(one for one in content.problems if one.kind == "assessment.veto")
    assert problem.unit_codes == (EAST,)
    assert content.figure("score.vetoes").value == 1
    assert content.table("vetoes").rows[0][1] == "东关街道"


def test_a_calibration_is_a_line_of_its_own(year: Assessment, people: dict[str, User]) -> None:
    county = County.objects.get(code=year.county_code)
    given = Given(EAST, "calibration", "实地核查情况有出入", points=Decimal("-2"))
    entry = enter(by=people[Role.COUNTY_STAFF], row=year, given=given, on=DAY)
    confirm(by=people[Role.COUNTY_MINISTER], row=entry, on=DAY)

    content = _content(county)

    assert content.figure(f"score.line.calibration.{EAST}").value == "-2.00"
    assert content.figure("score.calibrated").value == 1


@pytest.mark.parametrize(("switch", "printed"), [(0, False), (1, True)])
def test_places_are_printed_by_the_county_s_switch(
    filled: County, switch: int, printed: bool
) -> None:
    Parameter.objects.create(
        key="reports.ranks", county_code=filled.code, value=switch,
        effective_from=date(2026, 1, 1),
    )  # fmt: skip

    sheet = _content(filled).table("score_sheet")

    assert ("名次" in sheet.headers) is printed


def test_townships_stand_in_order_of_codes(filled: County) -> None:
    rows = _content(filled).table("score_sheet").rows

    assert [row[0] for row in rows] == ["东关街道", "柳林镇"]


def _counted(act: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as seen:
        act()
    return len(seen)


def test_queries_do_not_grow_with_villages(filled: County) -> None:
    inputs_of(filled.code, 2026, DAY)
    few = _counted(lambda: inputs_of(filled.code, 2026, DAY))
    town = Township.objects.get(code=WILLOW)
    for number in range(300, 315):
        code = f"{WILLOW}{number}"
        factories.VillageFactory(township=town, code=code, name=f"新村{number}")
        person(code, "secretary", name=f"王{number}")

    many = _counted(lambda: inputs_of(filled.code, 2026, DAY))

    assert many == few
    assert few <= 30


def test_days_in_office_are_counted_exactly(filled: County) -> None:
    PostTenure.objects.filter(village__code="999901001200").update(
        started_on=date(2026, 7, 1), ended_on=date(2026, 7, 11), end_reason="resigned"
    )

    rates = inputs_of(filled.code, 2026, DAY)

    assert rates[EAST]["cadres.in_office"] == Rate(10, 730)
