"""Task lists as situations, of November 2026."""

from datetime import date
from typing import Any

from rectification.supervision.actions.task_lists import give, publish
from rectification.supervision.models import ListTask, TaskList
from tests.rectification.supervision.situations import COUNTY, Cast
from villages.models import Township

FIRST, LAST, PUBLISHED = date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 2)
SOON, PAST = date(2026, 11, 5), date(2026, 11, 2)


def task_list(title: str = "组织建设重点任务", **more: Any) -> TaskList:
    """A list of a month, not published, without tasks."""
    given = {"rhythm": "month", "from_on": FIRST, "to_on": LAST, **more}
    return TaskList.objects.create(county_code=COUNTY, title=title, **given)


def given_list(cast: Cast, **more: Any) -> TaskList:
    """Published: one task to both townships, one late for each, one to the department, one of
    the county's own."""
    row = task_list(**more)
    towns = list(Township.objects.filter(county_code=COUNTY).order_by("code"))
    give(row, by=cast.author, text="星级评定初评", due_on=SOON, townships=towns, field="political")
    give(row, by=cast.author, text="公开村务", due_on=PAST, townships=towns, field="law")
    give(row, by=cast.author, text="水渠清淤", due_on=LAST, departments=[cast.department])
    ListTask.objects.create(
        county_code=COUNTY, list=row, seq=6, text="汇总通报", due_on=LAST, unit_name="县委组织部",
        field="political",
    )  # fmt: skip
    return publish(row, by=cast.author, on=PUBLISHED)


def task_of(row: TaskList, unit: str, text: str) -> ListTask:
    """The task of a unit."""
    found: ListTask = ListTask.objects.get(list=row, unit_name=unit, text=text)
    return found
