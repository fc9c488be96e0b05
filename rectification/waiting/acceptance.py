"""What waits for a person in acceptance, closing and what follows."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.models import Acceptance, CaseRevisit, RectificationCase
from rectification.perms import may_take_county_steps
from rectification.states import CaseStatus
from villages import parameters, workdays
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource
from villages.common.workdays import add_workdays
from villages.ledgers.finding import row_url

SHOWN = 20
SOON = timedelta(days=14)


def _organize(user: Any) -> Iterable[TodoItem]:
    """Villages that applied: a team has to go. One query."""
    rows = RectificationCase.objects.visible_to(user).filter(status=CaseStatus.ACCEPTANCE_APPLIED)
    rows = rows.select_related("village__township").order_by("applied_on", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("组织验收:%s") % one,
            url=reverse("cases:acceptance_batch", args=[one.listed_year]),
            detail=str(one.village.full_name),
            due_on=_due(one, "acceptance_days", one.applied_on or one.status_since),
            minutes=10,
        )


def _conclude(user: Any) -> Iterable[TodoItem]:
    """Acceptances without a conclusion. One query."""
    rows = Acceptance.objects.visible_to(user).filter(
        result="", case__status=CaseStatus.COUNTY_ACCEPTANCE
    )
    rows = rows.select_related("case__village__township").order_by("begun_on", "pk")
    for one in rows[:SHOWN]:
        yield TodoItem(
            title=_("作验收结论:%s") % one.case,
            url=reverse("cases:acceptance", args=[one.uid]),
            detail=str(one.case.village.full_name),
            due_on=_due(one.case, "acceptance_days", one.applied_on or one.case.status_since),
            minutes=10,
        )


def _close(user: Any) -> Iterable[TodoItem]:
    """Accepted villages that wait for their notice, or whose notice is over. One query."""
    today = clock.today()
    places = [CaseStatus.COUNTY_ACCEPTANCE, CaseStatus.CITY_SPOT_CHECK]
    rows = RectificationCase.objects.visible_to(user).filter(status__in=places)
    rows = rows.filter(Q(notice_to=None) | Q(notice_to__lte=today), accepted_on__isnull=False)
    rows = rows.exclude(status=CaseStatus.CITY_SPOT_CHECK, spot_result="")
    for one in rows.select_related("village__township").order_by("accepted_on", "pk")[:SHOWN]:
        words = _("办理销号:%s") if one.notice_to else _("登记公示:%s")
        yield TodoItem(
            title=words % one,
            url=row_url(one),
            detail=str(one.village.full_name),
            due_on=_due(one, "close_days", one.accepted_on),
            minutes=3,
        )


def _revisits(user: Any) -> Iterable[TodoItem]:
    """Revisits that are due soon or overdue. One query."""
    followed = [CaseStatus.CLOSED, CaseStatus.FOLLOW_UP]
    rows = CaseRevisit.objects.visible_to(user).filter(case__status__in=followed, held_on=None)
    rows = rows.filter(due_on__lte=clock.today() + SOON).select_related("village__township")
    for one in rows.order_by("due_on", "pk")[:SHOWN]:
        yield TodoItem(
            title=_("回访%(village)s(%(revisit)s)") % {"village": one.village.name, "revisit": one},
            url=reverse("ledgers:case-revisits_row", args=[one.uid]),
            detail=str(one.village.full_name),
            due_on=one.due_on,
            minutes=5,
        )


def _due(case: RectificationCase, key: str, since: Any) -> Any:
    days = parameters.value(f"rectification.{key}", on=since, county=case.county_code)
    return add_workdays(since, days, workdays.adjusted())


TODOS: tuple[TodoSource, ...] = (
    TodoSource("cases_organize", may_take_county_steps, _organize),
    TodoSource("cases_conclude", may_take_county_steps, _conclude),
    TodoSource("cases_close", may_take_county_steps, _close),
    TodoSource("cases_revisits", may_take_county_steps, _revisits),
)
