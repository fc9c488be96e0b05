"""Evaluation of a quarter: documented parts, exact scores, grades by the county's bounds."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rectification.reports.content import ReportContent, Table
from rectification.reports.topics import ground, quarter_grades, scoring
from rectification.reports.topics.inspection_rows import FINDINGS, SITES
from tests.rectification.reports.topics.given import counted, share, table
from tests.rectification.reports.topics.told_by import (
    EAST,
    WILLOW,
    assert_sound,
    queries,
    report,
    said,
    values,
)
from villages import parameters
from villages.common.periods import Quarter
from villages.common.shares import round_half_up
from villages.models import County, Parameter

THIRD = Quarter(2026, 3)
_TASKS = share("tasks.rate", {EAST: (9, 10), WILLOW: (1, 2)})
_FILING = share("filing.on_time", {EAST: (9, 9), WILLOW: (4, 6)})


def made(county: County, *topics: object) -> ReportContent:
    """The quarter's report."""
    every = (ground.tell, *topics, quarter_grades.tell)
    return report(county, *every, period=THIRD)  # type: ignore[arg-type]


def inspected(*findings: tuple[str, int, int]) -> tuple[object, object]:
    """An inspection of the first township: findings with serious and mended."""
    return (
        table(SITES, ("township_code",), (EAST,)),
        table(FINDINGS, ("township_code", "serious", "mended"), *findings),
    )


def grades(content: ReportContent) -> dict[str, object]:
    """Grade by township."""
    base = content.base_of["grades"]
    return dict(zip(base.column("township_code"), base.column("grade"), strict=True))


def test_the_score_is_the_weighted_mean_of_the_parts_that_are_known(county: County) -> None:
    content = made(county, _TASKS, _FILING)

    found = values(content)
    assert found[f"grade.tasks.{EAST}"] == "90.00"
    assert found[f"grade.score.{EAST}"] == "94.55"
    assert found[f"grade.score.{WILLOW}"] == "57.58"
    assert round_half_up(Fraction(30 * 90 + 25 * 100, 55)) == Decimal("94.55")
    assert_sound(content)


def test_grades_follow_the_bounds_and_are_said_with_names(county: County) -> None:
    content = made(county, _TASKS, _FILING)

    assert grades(content) == {EAST: "good", WILLOW: "poor"}
    assert said(content)["grades.townships"] == (
        "评价为“好”的1个：东关街道；评价为“较差”的1个：柳林镇。"
    )
    assert content.table("scores").rows == (
        ("东关街道*", "90.00", "100.00", "94.55", "好"),
        ("柳林镇*", "50.00", "66.67", "57.58", "较差"),
    )


@pytest.mark.parametrize(("low", "grade"), [(94, "good"), (95, "fair")])
def test_the_county_decides_the_bounds(county: County, low: int, grade: str) -> None:
    Parameter.objects.create(
        key="reports.grade_good", county_code=county.code, value=low,
        effective_from=date(2026, 1, 1),
    )  # fmt: skip
    parameters.forget()

    assert grades(made(county, _TASKS, _FILING))[EAST] == grade


def test_one_part_alone_gives_no_grade(county: County) -> None:
    content = made(county, _TASKS, share("filing.on_time", {WILLOW: (6, 6)}))

    assert grades(content) == {EAST: "none", WILLOW: "plain"}
    assert said(content)["grades.none"] == "东关街道1个乡镇（街道）数据不足，本季度未评。"


def test_without_any_part_nothing_is_said(county: County) -> None:
    content = made(county)

    assert set(grades(content).values()) == {"none"}
    assert content.figure(f"grade.score.{EAST}").gap
    assert said(content).keys() == {"ground.scope"}
    assert content.tables == ()


def test_villages_not_judged_are_not_in_the_share_that_is_not_red(county: County) -> None:
    content = made(
        county, _TASKS, counted("colour.red", {EAST: 1, WILLOW: 0}),
        counted("colour.yellow", {EAST: 1, WILLOW: 0}), counted("colour.green", {EAST: 0}),
        counted("colour.grey", {EAST: 1, WILLOW: 2}),
    )  # fmt: skip

    assert values(content)[f"grade.not_red.{EAST}"] == "50.00"
    assert content.figure(f"grade.not_red.{WILLOW}").gap == "no-base"


def test_open_findings_cost_points_only_where_an_inspection_came(county: County) -> None:
    content = made(county, _TASKS, *inspected((EAST, 0, 0), (EAST, 1, 0), (EAST, 1, 1)))

    assert values(content)[f"grade.findings.{EAST}"] == "70.00"
    assert content.figure(f"grade.findings.{WILLOW}").gap == "no-base"
    assert grades(content)[WILLOW] == "none"


def test_points_of_findings_end_at_zero(county: County) -> None:
    content = made(county, _TASKS, *inspected(*[(EAST, 1, 0)] * 9))

    assert values(content)[f"grade.findings.{EAST}"] == "0.00"
    assert_sound(content)


def test_it_asks_the_database_nothing(county: County) -> None:
    assert queries(quarter_grades.tell, county) == 0


_PARTS = some.lists(
    some.tuples(some.integers(0, 60), some.integers(1, 50), some.integers(1, 40)),
    min_size=1, max_size=5,
)  # fmt: skip


def scored(parts: list[tuple[int, int, int]]) -> tuple[Table, Decimal]:
    """The table of one township with these numerators, denominators and weights, its score."""
    rates = [
        scoring.Rate("u", f"p{place}", "率", Fraction(part), Fraction(whole), Fraction(weight))
        for place, (part, whole, weight) in enumerate(parts)
    ]
    base = scoring.base("parts", "各部分", rates, {"u": "甲镇"})
    items = {one.code: one for one in scoring.items("g", "得分", base, {"u": "甲镇"}, "")}
    return base, Decimal(str(items["g.score.u"].value))


@given(_PARTS)
def test_a_score_lies_between_nothing_and_a_hundred_and_never_falls_by_more(
    parts: list[tuple[int, int, int]],
) -> None:
    _base, score = scored(parts)
    (part, whole, weight), *rest = parts

    _base, better = scored([(part + 1, whole, weight), *rest])

    assert Decimal(0) <= score <= better <= Decimal(100)


@given(_PARTS)
def test_a_score_is_exact_until_it_is_rounded(parts: list[tuple[int, int, int]]) -> None:
    _base, score = scored(parts)

    weights = sum(weight for _part, _whole, weight in parts)
    points = sum(min(Fraction(part, whole), 1) * weight for part, whole, weight in parts)
    assert score == round_half_up(Fraction(points) * 100 / weights)
