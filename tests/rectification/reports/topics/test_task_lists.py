"""What a report says about task lists, and what it asks of the month to come."""

from datetime import date
from typing import Any

import pytest

from rectification.reports.topics import next_month, task_lists
from rectification.supervision.figures.task_sums import completion
from rectification.supervision.models import ListTask, TaskList
from tests.rectification.reports.topics.told_by import (
    EAST,
    OCTOBER,
    WILLOW,
    assert_sound,
    queries,
    report,
    said,
    units,
    values,
)
from villages.common.periods import Month, Quarter, Year
from villages.imports.models import FilingMonth
from villages.models import County

_NAMES = {EAST: "东关街道", WILLOW: "柳林镇", "": "县水利局"}
SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 10))
_PUBLISHED = date(2026, 9, 30)


def listed(first: date, last: date, published_on: date | None = _PUBLISHED) -> TaskList:
    """A list of a month."""
    return TaskList.objects.create(
        county_code="999901", title=f"{first.month}月任务清单", rhythm="month", from_on=first,
        to_on=last, published_on=published_on,
    )  # fmt: skip


def task(of: TaskList, unit: str, due_on: date, done_on: date | None = None, **more: Any) -> None:
    """A task of a unit."""
    ListTask.objects.create(
        county_code="999901", list=of, seq=of.tasks.count() + 1, unit_code=unit, due_on=due_on,
        unit_name=_NAMES[unit], done_on=done_on, done_by="王立" if done_on else "",
        **{"text": "星级评定初评。", **more},
    )  # fmt: skip


@pytest.fixture
def october(county: County) -> TaskList:
    made = listed(date(2026, 10, 1), date(2026, 10, 31))
    task(made, EAST, date(2026, 10, 15), date(2026, 10, 14))
    task(made, WILLOW, date(2026, 10, 15), text="公开三季度村务")
    task(made, EAST, date(2026, 10, 31), date(2026, 11, 2))
    task(made, "", date(2026, 10, 20), date(2026, 10, 22))
    return made


def test_tasks_stand_as_they_were_when_the_last_day_was_over(
    county: County, october: TaskList
) -> None:
    content = report(county, task_lists.tell)

    known = values(content)
    assert [known[f"tasks.{key}"] for key in ("due", "done", "late", "open")] == [4, 2, 2, 0]
    assert known["tasks.rate"] == "50.00"
    assert (known[f"tasks.late.{EAST}"], known[f"tasks.rate.{WILLOW}"]) == (1, "0.00")
    assert said(content)["tasks.rate"] == (
        "截至2026年10月31日，2026年10月应办任务4项，完成2项，完成率50.00%（2/4）。"
    )


def test_the_sums_are_those_of_the_page_of_lists(county: County, october: TaskList) -> None:
    ListTask.objects.filter(done_on__gt=date(2026, 10, 31)).update(done_on=None, done_by="")
    page = completion(ListTask.objects.filter(list=october), date(2026, 11, 1))

    known = values(report(county, task_lists.tell))

    sums = {one.key: one for one in page.units}
    assert (known["tasks.due"], known["tasks.done"], known["tasks.late"]) == (
        page.total.total, page.total.done, page.total.late,
    )  # fmt: skip
    assert known[f"tasks.late.{WILLOW}"] == sums["柳林镇"].late == 1
    assert known["tasks.rate"] == str(page.total.share)


def test_late_units_are_named_with_a_task(county: County, october: TaskList) -> None:
    task(october, "", date(2026, 10, 8))

    content = report(county, task_lists.tell)

    assert units(content) == {"tasks.late": (EAST, WILLOW), "tasks.late_departments": ()}
    words = said(content)
    assert "东关街道1项、柳林镇1项" in words["tasks.late"]
    assert "“星级评定初评”应于10月31日完成" in words["tasks.late"]
    assert words["tasks.late_departments"] == "县直单位到期未完成任务1项。"


def test_a_list_that_was_not_published_is_nobodys_task(county: County) -> None:
    task(listed(date(2026, 10, 1), date(2026, 10, 31), None), EAST, date(2026, 10, 15))

    content = report(county, task_lists.tell)

    assert "tasks.due" not in values(content)
    assert said(content) == {}


def test_the_rate_is_compared_with_the_period_before(county: County, october: TaskList) -> None:
    before = listed(date(2026, 9, 1), date(2026, 9, 30), date(2026, 9, 1))
    task(before, EAST, date(2026, 9, 10), date(2026, 9, 9))
    task(before, WILLOW, date(2026, 9, 10), date(2026, 10, 5))
    task(before, WILLOW, date(2026, 9, 12), date(2026, 9, 12))

    content = report(county, task_lists.tell)

    assert values(content)["tasks.rate.points"] == "-16.67"
    assert "较上月下降16.67个百分点" in said(content)["tasks.rate"]


def test_while_the_period_runs_later_tasks_are_open(county: County, october: TaskList) -> None:
    content = report(county, task_lists.tell, on=date(2026, 10, 15))

    known = values(content)
    assert [known[f"tasks.{key}"] for key in ("due", "done", "late", "open")] == [4, 1, 0, 3]
    assert units(content) == {}


@pytest.mark.parametrize("period", [OCTOBER, Quarter(2026, 4), Year(2026)])
def test_every_figure_comes_from_its_rows(
    county: County, october: TaskList, period: Month | Quarter | Year
) -> None:
    assert_sound(report(county, task_lists.tell, period=period))


def test_each_reads_once(county: County, october: TaskList) -> None:
    assert queries(task_lists.tell, county) == 1
    assert queries(next_month.tell, county) == 1


def test_the_next_month_asks_what_published_lists_ask(county: County) -> None:
    november = listed(date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 2))
    for unit in (EAST, WILLOW):
        task(november, unit, date(2026, 11, 5), text="报送2026年度培训名单。")
    task(november, "", date(2026, 11, 20), text="水渠清淤")

    words = said(report(county, next_month.tell))

    assert words == {
        "next.task_a": "各乡镇（街道）于11月5日前完成：报送2026年度培训名单。",
        "next.task_b": "县水利局于11月20日前完成：水渠清淤。",
        "next.filing": "各乡镇（街道）于11月25日前组织所辖村报送11月数据。",
    }


def test_lists_published_later_do_not_change_an_old_report(county: County) -> None:
    december = listed(date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1))
    task(december, EAST, date(2026, 11, 20))

    words = said(report(county, next_month.tell, on=date(2026, 12, 20)))

    assert set(words) == {"next.filing"}


def test_a_prolonged_filing_day_is_the_one_that_is_told(county: County) -> None:
    FilingMonth.objects.create(county_code=county.code, month=202611, due_on=date(2026, 11, 28))

    words = said(report(county, next_month.tell))

    assert "11月28日前" in words["next.filing"]
