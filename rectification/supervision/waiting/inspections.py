"""What of inspections waits for the county: villages to record, findings to handle and confirm."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.figures.mending import SETTLED
from rectification.supervision.inspection_perms import may_keep_inspections
from rectification.supervision.inspection_states import FindingStatus, InspectionStatus
from rectification.supervision.models import Finding, Inspection
from villages.common.registries import TodoItem, TodoSource

SHOWN = 20
_LEFT = Q(sites__visited_on=None, sites__note="")
_OPEN = Q(status=FindingStatus.OPEN)


def under_way(user: Any) -> Any:
    """Inspections whose teams are out."""
    return Inspection.objects.visible_to(user).filter(status=InspectionStatus.UNDER_WAY)


def to_handle(user: Any) -> Any:
    """Findings of published inspections that nobody decided about, or whose order or case is
    closed."""
    rows: Any = Finding.objects.visible_to(user)
    return rows.published().filter(_OPEN | SETTLED)


def _records(user: Any) -> Iterable[TodoItem]:
    """Inspections with villages to record, then those that can be published. One query."""
    rows = under_way(user).annotate(left=Count("sites", filter=_LEFT)).order_by("to_on", "pk")
    for one in rows[:SHOWN]:
        title = _("公布检查:%s") % one
        if one.left:
            title = _("记录检查情况:%(inspection)s,还有 %(count)d 个村") % {
                "inspection": one, "count": one.left,
            }  # fmt: skip
        yield TodoItem(
            title=title, url=reverse("supervision:inspection", args=[one.uid]),
            due_on=one.to_on, minutes=10 * max(1, one.left),
        )  # fmt: skip


def _findings(user: Any) -> Iterable[TodoItem]:
    """One item for what waits for a decision, one for what can be confirmed. One query."""
    counted = to_handle(user).aggregate(
        open=Count("pk", filter=_OPEN), settled=Count("pk", filter=SETTLED)
    )
    base = reverse("ledgers:findings")
    if counted["open"]:
        title = _("处理检查发现的问题 %d 个") % counted["open"]
        yield TodoItem(title=title, url=f"{base}?status=open&published=true", minutes=10)
    if counted["settled"]:
        title = _("可以确认整改的问题 %d 个") % counted["settled"]
        yield TodoItem(title=title, url=f"{base}?settled=true", minutes=10)


TODOS: tuple[TodoSource, ...] = (
    TodoSource("inspection-records", may_keep_inspections, _records, under_way),
    TodoSource("inspection-findings", may_keep_inspections, _findings, to_handle),
)
