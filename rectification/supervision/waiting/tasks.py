"""What waits for a person on task lists: tasks of one's own unit whose day is near."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.models import DepartmentSeat, ListTask
from rectification.supervision.perms import may_keep_task_lists, may_tick_tasks
from rectification.supervision.querysets import person_of
from villages.accounts.choices import TOWNSHIP_ROLES, Role
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource
from villages.common.scope import TOWNSHIP

SHOWN = 20
NEAR = timedelta(days=7)


def _due(user: Any) -> Any:
    """Own tasks that are not done and due within a week."""
    rows = ListTask.objects.visible_to(user).filter(_owned_by(user), done_on=None)
    return rows.filter(list__published_on__isnull=False, due_on__lte=clock.today() + NEAR)


def _owned_by(user: Any) -> Q:
    """As `task_sides.owns`, for many tasks at once."""
    seats = DepartmentSeat.objects.filter(department=OuterRef("department"), valid_to=None)
    mine = Q(Exists(seats.filter(user=getattr(person_of(user), "pk", None))))
    if getattr(user, "acting_role", "") in TOWNSHIP_ROLES | {Role.API_CLIENT}:
        return mine | Q(unit_code__in=user.territory.level(TOWNSHIP))
    if may_keep_task_lists(user):
        return mine | (Q(unit_code="") & ~Q(Exists(seats)))
    return mine


def _waiting(user: Any) -> Iterable[TodoItem]:
    """The nearest first. One query."""
    today = clock.today()
    for one in _due(user).select_related("list").order_by("due_on", "pk")[:SHOWN]:
        yield TodoItem(
            title=_("完成清单任务:%s") % one, detail=str(one.list), due_on=one.due_on, minutes=5,
            url=reverse("ledgers:list-tasks_do_tick", args=[one.uid]),
            severity="high" if one.due_on < today else "normal",
        )  # fmt: skip


TODOS = (TodoSource("list_tasks", may_tick_tasks, _waiting, _due),)
