"""Targets of the year beside the time that has passed, and the mid-year self-rating."""

from datetime import date

import pytest

from rectification.reports.content import ReportContent
from rectification.reports.topics import goals, ground, self_rating
from tests.rectification.reports.topics.given import goal, share
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
from villages.common.periods import HalfYear
from villages.models import County, Parameter

FIRST = HalfYear(2026, 1)
_INCOME = goal(
    "income.operating_type.plan.now", "income.operating_type.plan",
    {EAST: (40, 100), WILLOW: (60, 100)},
)  # fmt: skip
_CASES = goal("cases.acceptance.passed", "cases.effects.listed", {EAST: (2, 2), WILLOW: (0, 2)})
_TASKS = goal("tasks.done", "tasks.due", {EAST: (9, 10), WILLOW: (5, 10)})
_FILING = share("filing.on_time", {EAST: (8, 10), WILLOW: (10, 10)})


def made(county: County, *topics: object, on: date = date(2026, 7, 10)) -> ReportContent:
    """The half-year's report."""
    every = (ground.tell, *topics, goals.tell, self_rating.tell)
    return report(county, *every, period=FIRST, on=on)  # type: ignore[arg-type]


def test_targets_stand_beside_the_time_that_has_passed(county: County) -> None:
    content = made(county, _INCOME, _CASES, _TASKS)

    found = values(content)
    assert found["goal.time"] == "50.00"
    assert found["goal.income.share"] == "50.00"
    assert found[f"goal.income.share.{EAST}"] == "40.00"
    assert (found["goal.cases.share"], found["goal.tasks.share"]) == ("50.00", "70.00")
    assert (found["goal.cases.rest"], found["goal.tasks.rest"]) == (2, 6)
    assert said(content)["goals.cases"] == "软弱涣散党组织整顿：目标4个，完成2个，完成率50.00%。"
    assert_sound(content)


def test_what_is_left_becomes_the_plan(county: County) -> None:
    words = said(made(county, _CASES, _TASKS))

    assert words["goals.rest.cases"] == "尚有2个整顿村没有验收合格，12月底前完成整改并申请验收。"
    assert words["goals.rest.tasks"] == "尚有6项到期任务没有办结，尽快办结。"


def test_a_target_that_is_reached_asks_nothing_more(county: County) -> None:
    reached = goal("cases.acceptance.passed", "cases.effects.listed", {EAST: (3, 3)})

    assert "goals.rest.cases" not in said(made(county, reached))


def test_a_year_that_is_over_plans_no_more_for_itself(county: County) -> None:
    every = ground.tell, _CASES, _TASKS, goals.tell

    words = said(report(county, *every, period=HalfYear(2026, 2), on=date(2027, 1, 10)))

    assert "goals.rest.tasks" in words
    assert "goals.rest.cases" not in words


def test_the_chart_shows_time_beside_yearly_targets_alone(county: County) -> None:
    chart = made(county, _CASES, _TASKS).charts[0]

    assert chart.names == ("软弱涣散党组织整顿", "到期任务")
    assert [one.codes for one in chart.series] == [
        ("goal.cases.share", "goal.tasks.share"), ("goal.time", None),
    ]  # fmt: skip


def test_only_whole_months_have_passed(county: County) -> None:
    content = made(county, _CASES, on=date(2026, 5, 30))

    assert values(content)["goal.time"] == "33.33"


def test_without_targets_nothing_is_said(county: County) -> None:
    none_set = goal("cases.acceptance.passed", "cases.effects.listed", {EAST: (0, 0)})

    content = made(county, none_set)

    assert said(content).keys() == {"ground.scope"}
    assert (content.tables, content.charts) == ((), ())


def test_the_rating_joins_progress_and_process_by_the_countys_weights(county: County) -> None:
    content = made(county, _INCOME, _CASES, _TASKS, _FILING)

    found = values(content)
    # Progress: 80, 100 (ahead of time counts as fulfilled), 90; process: 80 alone.
    assert found[f"rating.income.{EAST}"] == "80.00"
    assert found[f"rating.cases.{EAST}"] == "200.00"
    assert found[f"rating.score.{EAST}"] == "84.00"
    assert_sound(content)


def test_the_county_may_weigh_otherwise(county: County) -> None:
    for key, value in (("rating_progress", 100), ("rating_process", 0)):
        Parameter.objects.create(
            key=f"reports.{key}", county_code=county.code, value=value,
            effective_from=date(2026, 1, 1),
        )  # fmt: skip
    parameters.forget()

    content = made(county, _INCOME, _CASES, _TASKS, _FILING)

    assert values(content)[f"rating.score.{EAST}"] == "90.00"
    assert said(content)["rating.basis"].startswith("自评分按进度100%、过程0%合成")


@pytest.mark.parametrize("topics", [(_CASES,), (_FILING,)])
def test_one_half_alone_gives_no_rating(county: County, topics: tuple[object, ...]) -> None:
    content = made(county, *topics)

    assert content.figure(f"rating.score.{EAST}").value is None
    assert "rating.basis" not in said(content)


def test_a_township_without_one_half_is_named(county: County) -> None:
    content = made(county, _CASES, share("filing.on_time", {EAST: (8, 10)}))

    assert said(content)["rating.none"] == "柳林镇数据不足，没有自评分。"
    assert content.table("rating").rows[1][-1] == "—"


def test_they_ask_the_database_nothing(county: County) -> None:
    assert queries(goals.tell, county) == queries(self_rating.tell, county) == 0
