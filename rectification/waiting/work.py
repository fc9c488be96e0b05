"""What waits for a person in plan, helpers, visits and works."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.choices import ExtensionAnswer
from rectification.models import CaseExtension, DutyHolder, ProblemItem, TaskItem
from rectification.perms import may_answer_extensions, may_take_county_steps
from rectification.states import PLANNED, UNDER_WORK, WORKABLE, ProblemStatus
from villages.accounts.perms import works_for_township
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20
_WORKED = tuple(set(PLANNED) & set(WORKABLE))


def _late_tasks(user: Any) -> Iterable[TodoItem]:
    """Tasks after their day and not done. One query."""
    rows = TaskItem.objects.visible_to(user).filter(
        case__status__in=_WORKED, due_on__lt=clock.today(), progress__lt=100, delayed_reason=""
    )  # fmt: skip
    rows = rows.select_related("village__township").order_by("due_on", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("登记滞后任务的进展:%s") % one,
            url=reverse("ledgers:case-tasks_do_progress", args=[one.uid]),
            detail=str(one.village.full_name), due_on=one.due_on, minutes=3,
        )  # fmt: skip


def _solved(user: Any) -> Iterable[TodoItem]:
    """Problems that the township solved and the county has to verify. One query."""
    rows = ProblemItem.objects.visible_to(user).filter(
        case__status__in=UNDER_WORK, status=ProblemStatus.SOLVED
    )
    rows = rows.select_related("village__township").order_by("solved_on", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("核实已解决的问题:%s") % one,
            url=reverse("ledgers:case-problems_do_verify", args=[one.uid]),
            detail=str(one.village.full_name), minutes=5,
        )  # fmt: skip


def _extensions(user: Any) -> Iterable[TodoItem]:
    """Requests for more time. One query."""
    rows = CaseExtension.objects.visible_to(user).filter(answer=ExtensionAnswer.WAITING)
    rows = rows.select_related("village__township").order_by("asked_on", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("审批延期:%(village)s 申请延至 %(day)s")
            % {"village": one.village.name, "day": one.new_deadline},
            url=reverse("ledgers:case-extensions_row", args=[one.uid]),
            detail=str(one.village.full_name), due_on=one.old_deadline, minutes=5,
        )  # fmt: skip


def _letters(user: Any) -> Iterable[TodoItem]:
    """Letters that nobody has signed yet, as one item. One query."""
    count = DutyHolder.objects.visible_to(user).filter(
        case__status__in=UNDER_WORK, to=None, letter_signed_on=None
    ).count()  # fmt: skip
    if count:
        title = _("整顿责任书:%s 名责任人还没有登记签订") % count
        yield TodoItem(title=title, url=reverse("cases:letters"), minutes=5)


TODOS: tuple[TodoSource, ...] = (
    TodoSource("case-late-tasks", works_for_township, _late_tasks),
    TodoSource("case-letters", works_for_township, _letters),
    TodoSource("case-solved-problems", may_take_county_steps, _solved),
    TodoSource("case-extensions", may_answer_extensions, _extensions),
)
