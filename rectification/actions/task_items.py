"""How far a task is, in the words of the township."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.at_work import require_case
from rectification.actions.months import require_month
from rectification.models import TaskItem
from rectification.states import WORKABLE
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

WHOLE = 100


@transaction.atomic
def progress(
    task: TaskItem, *, by: Any, on: date, percent: int, text: str = "", delayed_reason: str = ""
) -> TaskItem:
    """Puts the progress of a day on record; at 100 per cent the task is done on that day.

    After its day and not done it needs a reason. Raises `task_percent`, `task_too_early`,
    `task_delay_unexplained`, `case_not_at_work`, `month_closed`.
    """
    row = locked(task)
    require_case(row.case, WORKABLE)
    require_month(row, on)
    _require_sound(row, on, percent, delayed_reason)
    before = {"progress": row.progress}
    changed(
        row, progress=percent, progress_text=text, progressed_on=on,
        done_on=on if percent == WHOLE else None, delayed_reason=delayed_reason,
    )  # fmt: skip
    record(
        "task.progressed", row, by=by, name=f"{row.village.name} {row}", before=before,
        after={"progress": percent, "on": on}, reason=text or delayed_reason,
    )  # fmt: skip
    return row


def is_late(task: TaskItem, on: date, percent: int) -> bool:
    """Whether its day is over and it is not done."""
    return bool(task.due_on and task.due_on < on and percent < WHOLE)


def _require_sound(row: TaskItem, on: date, percent: int, delayed_reason: str) -> None:
    if not 0 <= percent <= WHOLE:
        said = _("进度应在 0 到 100 之间。")
        raise DomainError("task_percent", said, percent=said)
    if row.progressed_on and on < row.progressed_on:
        said = _("日期早于上次登记进展的日期 %s。") % row.progressed_on
        raise DomainError("task_too_early", said, _("请核对日期。"), on=said)
    if is_late(row, on, percent) and not delayed_reason.strip():
        said = _("这项任务 %s 到期还没有完成,请写明滞后原因。") % row.due_on
        raise DomainError("task_delay_unexplained", said, delayed_reason=said)
