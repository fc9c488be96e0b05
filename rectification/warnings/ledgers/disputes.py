"""Objections to colours."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import BooleanField, Case, ExpressionWrapper, Q, Value, When
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.warnings import perms
from rectification.warnings.actions import disputing
from rectification.warnings.choices import DisputeCause, DisputeStatus
from rectification.warnings.ledgers.rule_names import rule_name
from rectification.warnings.models import Dispute
from villages.common import clock
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb
from villages.rest.fields import Field


def _late(rows: Any, on: date) -> Any:
    whether = Case(
        When(Q(status=DisputeStatus.OPEN, due_on__lt=on), then=Value(True)), default=Value(False)
    )
    return rows.annotate(overdue=ExpressionWrapper(whether, BooleanField()))


def _upheld(row: Dispute, *, by: Any, cause: str, answer: str) -> Dispute:
    return disputing.uphold(by=by, row=row, on=clock.today(), cause=cause, answer=answer)


def _rejected(row: Dispute, *, by: Any, answer: str) -> Dispute:
    return disputing.reject(by=by, row=row, on=clock.today(), answer=answer)


def _answerable(user: Any, row: Dispute) -> bool:
    return row.status == DisputeStatus.OPEN and disputing.may_answer(user, row)


def _next_step(row: dict[str, Any]) -> str:
    """Where an upheld objection leads."""
    if row["status"] != DisputeStatus.UPHELD:
        return ""
    if row["cause"] == DisputeCause.DATA:
        return say("更正台账数据后重新评估,或者在预警事件上申请认定误报")
    return say("在预警事件上申请认定误报,并修订规则")


def _events(row: dict[str, Any]) -> str:
    if row["status"] != DisputeStatus.UPHELD:
        return ""
    asked = {"village": row["village__code"], "rule": row["rule"], "live": "true"}
    return f"{reverse('ledgers:warning-events')}?{urlencode(asked)}"


VERBS = (
    Verb(
        "uphold", _("异议成立"), "uphold", act=_upheld, may=perms.may_decide_county,
        offered=_answerable,
        explains=_("成立的异议按规则统计,用来修订规则;预警本身再按误报或数据更正办理。"),
        asks=(
            Ask("cause", _("问题所在"), "cause", Kind.CHOICE, choices=DisputeCause.choices),
            Ask("answer", _("复核意见"), "answer", most=500, wide=True),
        ),
    ),
    Verb(
        "reject", _("维持原判"), "reject", act=_rejected, may=perms.may_decide_county,
        offered=_answerable, asks=(Ask("answer", _("复核意见"), "answer", most=500, wide=True),),
    ),
    Verb(
        "take-back", _("撤回异议"), "take back",
        act=lambda row, *, by: disputing.take_back(by=by, row=row), may=perms.may_dispute,
        danger=True,
        offered=lambda user, row: (
            row.status == DisputeStatus.OPEN and disputing.may_take_back(user, row)
        ),
    ),
)  # fmt: skip
DISPUTES = Ledger(
    key="disputes",
    hub="warnings",
    model=Dispute,
    title=_("预警异议"),
    one=_("预警异议"),
    title_en="objections to colours",
    one_en="objection to a colour",
    items=(
        Item("village", chosen=True, asked=False),
        Item("month", chosen=True, asked=False),
        Item("rule", chosen=True, asked=False, width=8),
        Item("claim", asked=False, wide=True, width=36),
        Item("status", chosen=True, asked=False, width=8),
        Item("opened_name", asked=False, shown=False),
        Item("opened_on", asked=False),
        Item("due_on", asked=False),
        Item("cause", chosen=True, asked=False),
        Item("answer", asked=False, wide=True, width=30, shown=False),
        Item("decided_name", asked=False, shown=False),
        Item("decided_on", asked=False, shown=False),
        Item("receipt", asked=False, listed=False, kind=Kind.CODE),
    ),
    natural_key=("village", "month", "rule", "opened_on"),
    order=("-id",),
    may_read=perms.may_see_warnings,
    writable=False,
    removable=False,
    imported=False,
    annotate=_late,
    columns=(
        Column("rule_name", _("预警内容"), computed=True, show=rule_name, needs=("rule",),
               width=20),
        Column("next_step", _("下一步"), computed=True, show=_next_step,
               needs=("status", "cause", "rule", "village__code"), href=_events, width=24,
               visible=False),
    ),
    criteria={"overdue": django_filters.BooleanFilter(label=_("逾期没有答复"))},
    answers=(
        Field("overdue", "逾期没有答复", "Not answered by its day", Kind.BOOLEAN,
              filters=("exact",)),
    ),
    verbs=VERBS,
    charts=(Chart("rules", _("按规则"), by="rule", unit=_("件")),),
    search=("claim", "answer"),
    names=disputing.name_shown,
    empty=_("没有预警异议。认为判定有误的,从村预警页面的原因旁边点“提出异议”。"),
)  # fmt: skip
LEDGERS: tuple[Any, ...] = (DISPUTES,)
