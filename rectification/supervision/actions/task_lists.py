"""Task lists are written, published and copied to the next period."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rectification.supervision.actions.stepping import require_day
from rectification.supervision.actions.storing import store
from rectification.supervision.choices import Governance
from rectification.supervision.models import Department, ListTask, TaskList
from rectification.supervision.rules.rhythms import moved_end, next_period
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.models import Township
from villages.trace.record import record


@transaction.atomic
def publish(task_list: TaskList, *, by: Any, on: date) -> TaskList:
    """Shows a list to the units it asks something of.

    Raises `task_list_published`, `task_list_empty`, `order_step_future`.
    """
    row = locked(task_list)
    require_day(on, None)
    if row.published_on:
        words = _("“%s”已经下发。") % row
        raise DomainError("task_list_published", words, _("下发后仍可增改任务。"))
    count = ListTask.objects.filter(list=row).count()
    if not count:
        words = _("“%s”还没有任务。") % row
        raise DomainError("task_list_empty", words, _("请先登记任务,写明责任单位和时限。"))
    changed(row, published_on=on)
    record("tasklist.published", row, by=by, after={"published_on": on}, count=count)
    return row


@transaction.atomic
def give(
    task_list: TaskList, *, by: Any, text: str, due_on: date, townships: Iterable[Township] = (),
    departments: Iterable[Department] = (), field: Governance | str = "", person: str = "",
) -> list[ListTask]:  # fmt: skip
    """One task to many units, each with its own line. Raises `task_unit` for nobody, and the
    words of what the columns refuse."""
    row = locked(task_list)
    units: list[dict[str, Any]] = [
        *({"unit_code": one.code, "unit_name": one.name} for one in townships),
        *({"department": one, "unit_name": one.name} for one in departments),
    ]
    if not units:
        words = _("请至少选择一个责任单位。")
        raise DomainError("task_unit", words, _("可以选全部乡镇。"))
    first = next_seq(row)
    task: dict[str, Any] = {"text": text.strip(), "due_on": due_on, "field": field}
    shared: dict[str, Any] = {"county_code": row.county_code, "list": row, "person": person.strip()}
    made = [
        store(ListTask(**shared, **task, **unit, seq=first + place))
        for place, unit in enumerate(units)
    ]
    names = [one.unit_name for one in made]
    record("tasklist.given", row, by=by, after={"text": text, "units": names}, count=len(made))
    return made


@transaction.atomic
def copy_on(task_list: TaskList, *, by: Any, title: str = "") -> TaskList:
    """The same list for the next period: same tasks, moved days, nothing done, not published.

    Raises `task_list_once` where that period has it already.
    """
    old = locked(task_list)
    from_on, to_on = next_period(old.from_on, old.to_on, old.rhythm)
    copy = store(
        TaskList(
            county_code=old.county_code, rhythm=old.rhythm, title=title.strip() or old.title,
            from_on=from_on, to_on=to_on,
        )
    )  # fmt: skip
    tasks = ListTask.objects.filter(list=old).order_by("seq")
    made = ListTask.objects.bulk_create([_moved(one, copy) for one in tasks])
    told = {"from_on": from_on, "to_on": to_on}
    record("tasklist.copied", copy, by=by, before={"title": old.title}, after=told, count=len(made))
    return copy


def next_seq(task_list: TaskList) -> int:
    """The next free number inside a list."""
    last = ListTask.objects.filter(list=task_list).aggregate(last=Max("seq"))["last"]
    return int(last or 0) + 1


def _moved(task: ListTask, copy: TaskList) -> ListTask:
    return ListTask(
        county_code=copy.county_code, list=copy, seq=task.seq, text=task.text, field=task.field,
        unit_code=task.unit_code, department_id=task.department_id, unit_name=task.unit_name,
        person=task.person, due_on=moved_end(task.due_on, copy.rhythm),
    )  # fmt: skip
