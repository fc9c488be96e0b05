"""What villages and people bring up."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import django_filters
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.belonging import all_of
from rectification.ledgers.checks import not_ahead
from rectification.supervision.actions.voice_numbers import next_number
from rectification.supervision.actions.voice_receiving import begin
from rectification.supervision.choices import VoiceKind
from rectification.supervision.figures.voices import ANSWERED, SATISFIED
from rectification.supervision.ledgers.voice_verbs import voice_verbs
from rectification.supervision.models import Voice
from rectification.supervision.perms import (
    may_bring_voices,
    may_see_voices,
    may_settle_voices,
)
from rectification.supervision.voice_sides import home_township
from rectification.supervision.voice_states import LIVE_VOICES, VoiceStatus
from villages.common.columns import Column, Kind
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.declaring import Chart, Item, Ledger
from villages.rest.fields import Field

_YES_NO = (("true", _("是")), ("false", _("否")))


def _fresh(row: Voice) -> bool:
    """Words change while nobody has been asked to answer."""
    return row.status == VoiceStatus.RECEIVED


def _settle(row: Voice, by: Any) -> None:
    """A new voice begins its way; its key stands for the number until the row is stored, so that
    the rows of a batch do not all take the next one."""
    if row.pk is None and row.received_on:
        row.township_code = home_township(by)
        row.number = row.uid[: Voice._meta.get_field("number").max_length]
        begin(row)


def _stored(row: Voice, before: Mapping[str, Any], by: Any) -> None:
    """A new voice gets its number; later only the county puts words right (`voice_side`)."""
    if not before:
        row.number = next_number(row.county_code, row.received_on.year)
        row.save(update_fields=["number"])
    elif not may_settle_voices(by):
        words = _now("登记以后由县委组织部更正。")
        raise DomainError("voice_side", words, _now("请联系县委组织部。"))


def _nameless(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    if values.get("anonymous") and values.get("person"):
        said = _now("匿名的不登记姓名。")
        yield Fault("person", "not_nameless", said, _now("请清空姓名,或者不选匿名。"))


def _told(rows: Any, on: date) -> Any:
    """Rows with whether the unit is waited for after its day, and whether it is open."""
    late = Q(status=VoiceStatus.ASSIGNED, due_on__lt=on)
    in_time = Q(answered_on__isnull=False, answered_on__lte=F("due_on"))
    return rows.annotate(
        overdue=_flag(late), live=_flag(Q(status__in=LIVE_VOICES)),
        answered=_flag(Q(status__in=ANSWERED)), in_time=_flag(in_time & Q(status__in=ANSWERED)),
        rated=_flag(~Q(satisfaction="")), satisfied=_flag(Q(satisfaction__in=SATISFIED)),
    )  # fmt: skip


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))


def _flag_filter(label: Any) -> Any:
    return django_filters.TypedChoiceFilter(
        label=label, choices=_YES_NO, coerce=lambda value: value == "true"
    )


VOICES = Ledger(
    key="voices",
    hub="voices",
    model=Voice,
    title=_("反映和建议登记"),
    one=_("反映和建议"),
    title_en="problems, needs, suggestions and complaints",
    one_en="problem, need, suggestion or complaint",
    page="supervision:voice",
    items=(
        Item("village", open=_fresh),
        Item("number", asked=False, width=18),
        Item("kind", chosen=True, open=_fresh, width=10),
        Item("channel", chosen=True, open=_fresh, shown=False),
        Item("text", open=_fresh, wide=True, width=40),
        Item("anonymous", chosen=True, open=_fresh, shown=False, width=6),
        Item("person", open=_fresh, seen_by=may_settle_voices),
        Item("received_on", chosen=True, fixed=True),
        Item("township_code", asked=False, kind=Kind.CODE, listed=False),
        Item("status", chosen=True, asked=False, width=8),
        Item("status_since", asked=False, shown=False),
        Item("unit_name", asked=False, width=16),
        Item("unit_kind", chosen=True, asked=False, shown=False),
        Item("unit_code", asked=False, kind=Kind.CODE, shown=False),
        Item("department", asked=False, listed=False),
        Item("assigned_on", asked=False, shown=False),
        Item("due_on", chosen=True, asked=False),
        Item("answer", asked=False, wide=True, shown=False, width=40),
        Item("answered_on", asked=False, shown=False),
        Item("answered_by", asked=False, shown=False),
        Item("closed_on", chosen=True, asked=False, shown=False),
        Item("satisfaction", chosen=True, asked=False, width=8),
        Item("refused_reason", asked=False, wide=True, listed=False),
    ),
    natural_key=("village", "received_on", "text"),
    order=("-received_on", "-id"),
    may_read=may_see_voices,
    may_write=may_bring_voices,
    removable=False,
    annotate=_told,
    columns=(
        Column("overdue", _("逾期"), kind=Kind.BOOLEAN, width=6,
               help=_("轮到承办单位答复,已过办理时限。")),
    ),
    criteria={
        "overdue": _flag_filter(_("逾期")),
        "live": _flag_filter(_("未办结")),
        "answered": _flag_filter(_("已答复")),
        "in_time": _flag_filter(_("按时答复")),
        "rated": _flag_filter(_("有评价")),
        "satisfied": _flag_filter(_("满意或基本满意")),
        "unit_name": django_filters.CharFilter(label=_("承办单位")),
    },
    answers=(
        Field("overdue", "逾期", "The unit is waited for after its day", Kind.BOOLEAN,
              filters=("exact",)),
        Field("live", "未办结", "Somebody still owes something", Kind.BOOLEAN,
              filters=("exact",)),
    ),
    check=all_of(not_ahead("received_on"), _nameless),
    settle=_settle,
    after=_stored,
    verbs=voice_verbs(),
    charts=(
        Chart("kinds", _("按类别"), by="kind", unit=_("件")),
        Chart("states", _("按状态"), by="status", unit=_("件")),
    ),
    search=("number", "text", "unit_name"),
    secret=lambda row: row.kind == VoiceKind.COMPLAINT,
    empty=_("还没有反映和建议。村里、乡镇和群众提出的都登记在这里。"),
)  # fmt: skip
LEDGERS = (VOICES,)
