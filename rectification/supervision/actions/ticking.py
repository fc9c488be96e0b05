"""Tasks of lists are ticked by whoever owns them, and unticked by the same person that day."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.stepping import name_of, require_day
from rectification.supervision.models import ListTask
from rectification.supervision.task_sides import owns
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def tick(task: ListTask, *, by: Any, on: date, text: str) -> ListTask:
    """The task is done, in words.

    Raises `task_side`, `task_unpublished`, `task_ticked`, `order_step_future`.
    """
    row = _owned(task, by)
    if row.list.published_on is None:
        words = _("清单还没有下发,不能记录完成。")
        raise DomainError("task_unpublished", words, _("请等县委组织部下发。"))
    if row.done_on:
        words = _("“%s”已经完成。") % row
        raise DomainError("task_ticked", words, _("请刷新页面后再看。"))
    require_day(on, row.list.published_on)
    changed(row, done_on=on, done_by=name_of(by), done_text=text.strip(), ticker=by)
    record("task.ticked", row, by=by, after={"done_on": on}, reason=text)
    return row


@transaction.atomic
def untick(task: ListTask, *, by: Any, on: date) -> ListTask:
    """Takes a mistaken tick back, the same day and the same person. Raises `task_untick`."""
    row = _owned(task, by)
    if not may_untick(row, by, on):
        words = _("只有记录完成的本人当天可以取消。")
        raise DomainError("task_untick", words, _("过后需要更正的,请联系县委组织部。"))
    before = changed(row, done_on=None, done_by="", done_text="", ticker=None)
    record("task.unticked", row, by=by, before={"done_on": before["done_on"]})
    return row


def may_untick(task: ListTask, by: Any, on: date) -> bool:
    """Whether this person ticked it on this very day."""
    return task.done_on == on and task.ticker_id == getattr(by, "pk", None)


def _owned(task: ListTask, by: Any) -> ListTask:
    row = locked(task)
    if not owns(by, row):
        words = _("这项任务由%s记录完成。") % row.unit_name
        raise DomainError("task_side", words, _("如需办理,请与责任单位联系。"))
    return row
