"""What waits for a person in the cases and their steps."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.figures.deadlines import NextStep, next_step
from rectification.models import RectificationCase
from rectification.perms import may_take_county_steps
from rectification.states import CaseStatus
from villages import parameters, workdays
from villages.accounts.perms import works_for_township
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource

S = CaseStatus
SHOWN = 20
_TOWNSHIP = {
    S.CONFIRMED: _("制定整顿方案:%s"),
    S.PLANNING: _("报审整顿方案:%s"),
    S.IN_PROGRESS: _("整顿时限将到,办理初验:%s"),
    S.TOWNSHIP_CHECK: _("申请验收:%s"),
}
_COUNTY = {S.PLAN_REVIEW: _("审核整顿方案:%s")}


def _of_township(user: Any) -> Iterable[TodoItem]:
    """Plans to write, work whose day is near, checks to go on with. One query."""
    return _items(user, _TOWNSHIP)


def _of_county(user: Any) -> Iterable[TodoItem]:
    """Plans to review. One query."""
    return _items(user, _COUNTY)


def _items(user: Any, words: dict[CaseStatus, Any]) -> Iterable[TodoItem]:
    today, calendar = clock.today(), workdays.adjusted()
    near = int(parameters.value("rectification.remind_days", on=today))
    rows = RectificationCase.objects.visible_to(user).filter(status__in=list(words))
    far = Q(status=S.IN_PROGRESS) & (Q(deadline=None) | Q(deadline__gt=today + timedelta(near)))
    rows = rows.exclude(far).select_related("village__township")
    found = [(one, next_step(one, today, calendar)) for one in rows.order_by("deadline", "pk")]
    found.sort(key=lambda pair: (pair[1] is None or pair[1].due_on is None, _due(pair[1]) or today))
    return [_item(one, step, words[CaseStatus(one.status)]) for one, step in found[:SHOWN]]


def _due(step: NextStep | None) -> Any:
    return step.due_on if step else None


def _item(case: RectificationCase, step: NextStep | None, words: Any) -> TodoItem:
    returned = case.status == S.PLANNING and case.return_count
    title = say("改好退回的整顿方案:%s") if returned else str(words)
    late = bool(step and step.is_late)
    return TodoItem(
        title=title % case,
        url=reverse("cases:case", args=[case.uid]),
        detail=str(case.village.full_name),
        due_on=_due(step),
        minutes=10,
        severity="urgent" if late or returned else "normal",
    )


TODOS: tuple[TodoSource, ...] = (
    TodoSource("cases_township", works_for_township, _of_township),
    TodoSource("cases_plans", may_take_county_steps, _of_county),
)
