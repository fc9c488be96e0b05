"""Warning events: one rule, one village, until a person lowers it."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import BooleanField, Case, ExpressionWrapper, Q, Value, When
from django.utils.translation import gettext_lazy as _

from rectification.warnings.actions.stepping import name_shown
from rectification.warnings.ledgers.event_verbs import event_verbs
from rectification.warnings.ledgers.rule_names import rule_name
from rectification.warnings.models import Alert
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.sentences import reason
from rectification.warnings.states import ENDED, LIVE, AlertStatus
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Chart, Item, Ledger, Part
from villages.rest.fields import Field

_TONES: dict[str, str] = {
    AlertStatus.OPEN: "waiting", AlertStatus.SUBMITTED: "info",
    AlertStatus.TOWNSHIP_VERIFIED: "info", AlertStatus.OBSERVING: "info",
    **dict.fromkeys(ENDED, "done"),
}  # fmt: skip


def _standing(rows: Any, _on: date) -> Any:
    """Rows with whether they still count, whether the data turned good, whether a false alarm is
    asked for."""
    return rows.annotate(
        live=_is(Q(status__in=LIVE)),
        turned_good=_is(Q(good_from__isnull=False)),
        false_asked=_is(Q(asked_false_by__isnull=False, status__in=LIVE)),
    )


def _is(condition: Q) -> Any:
    whether = Case(When(condition, then=Value(True)), default=Value(False))
    return ExpressionWrapper(whether, BooleanField())


def _said(row: dict[str, Any]) -> str:
    return reason({"rule": row["rule"], "level": row["level"], "evidence": row["evidence"]})


EVENTS = Ledger(
    key="warning-events",
    hub="warnings",
    model=Alert,
    title=_("预警事件"),
    one=_("预警事件"),
    title_en="warning events",
    one_en="warning event",
    page="warnings:event",
    items=(
        Item("village", chosen=True, asked=False),
        Item("level", chosen=True, asked=False, width=6),
        Item("rule", chosen=True, asked=False, width=8),
        Item("status", chosen=True, asked=False, width=10,
             tone=lambda row: _TONES.get(row["status"], "plain")),
        Item("raised_month", chosen=True, asked=False, kind=Kind.MONTH),
        Item("raised_at", asked=False, shown=False),
        Item("public_at", asked=False, shown=False),
        Item("red_from", asked=False, shown=False, kind=Kind.MONTH),
        Item("found_in", asked=False, shown=False, kind=Kind.MONTH),
        Item("good_from", asked=False, shown=False, kind=Kind.MONTH),
        Item("acknowledged_on", asked=False, shown=False),
        Item("stated_on", asked=False, shown=False),
        Item("plan", asked=False, wide=True, shown=False, width=30),
        Item("planned_on", asked=False, shown=False),
        Item("submitted_on", asked=False, shown=False),
        Item("result", asked=False, wide=True, shown=False, width=30),
        Item("explanation", asked=False, wide=True, shown=False, width=30),
        Item("observed_from", asked=False, shown=False, kind=Kind.MONTH),
        Item("observation_until", asked=False, shown=False),
        Item("ended_from", asked=False, shown=False, kind=Kind.MONTH),
        Item("ended_on", chosen=True, asked=False, shown=False),
        Item("asked_false_reason", asked=False, wide=True, listed=False),
        Item("order", by="subject", asked=False, shown=False, width=24),
        Item("case", by="number", asked=False, shown=False),
    ),
    natural_key=("village", "rule", "raised_month"),
    order=("-raised_month", "village__code", "rule"),
    may_read=may_see_warnings,
    writable=False,
    removable=False,
    imported=False,
    annotate=_standing,
    columns=(
        Column("rule_name", _("预警内容"), computed=True, show=rule_name, needs=("rule",),
               width=20),
        Column("said", _("判定依据"), computed=True, show=_said,
               needs=("rule", "level", "evidence"), width=36),
        Column("turned_good", _("数据已转好"), kind=Kind.BOOLEAN, width=8, visible=False),
        Column("false_asked", _("申请误报"), kind=Kind.BOOLEAN, width=8, visible=False),
    ),
    criteria={
        "live": django_filters.BooleanFilter(label=_("没有了结")),
        "turned_good": django_filters.BooleanFilter(label=_("数据已转好")),
        "false_asked": django_filters.BooleanFilter(label=_("申请误报待审批")),
    },
    answers=(
        Field("turned_good", "数据已转好", "A later month's data do not show it", Kind.BOOLEAN,
              filters=("exact",)),
        Field("live", "没有了结", "Still counts for the colour", Kind.BOOLEAN, filters=("exact",)),
        Field("false_asked", "申请误报待审批", "Somebody asked for a false alarm", Kind.BOOLEAN,
              filters=("exact",)),
    ),
    verbs=event_verbs(),
    parts=(Part("warning-decisions", "alert"),),
    charts=(
        Chart("states", _("按状态"), by="status", unit=_("条")),
        Chart("townships", _("按乡镇"), by="township", unit=_("条")),
    ),
    search=("rule", "plan", "result", "explanation"),
    names=name_shown,
    empty=_("没有预警事件。县里评估某月三色预警以后,红色和黄色的问题逐条显示在这里。"),
)  # fmt: skip
LEDGERS: tuple[Any, ...] = (EVENTS,)
