"""A voice becomes an order: one click drafts it, with what is known filled in."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.drafting import add_item, add_units, draft_order
from rectification.supervision.actions.voice_stepping import put_voice
from rectification.supervision.choices import OrderKind, Origin, UnitKind, VoiceKind
from rectification.supervision.models import OrderUnit, SupervisionOrder, Voice
from rectification.supervision.sides import house_of
from rectification.supervision.states import OrderStatus
from rectification.supervision.voice_sides import offers_order
from rectification.supervision.voice_states import LIVE_VOICES
from villages.common.errors import DomainError
from villages.common.scope import COUNTY, TOWNSHIP
from villages.ledgers.keeping import changed, locked
from villages.models import Township

_OVER = (OrderStatus.DROPPED, OrderStatus.REVOKED)
_TEXT, _SUBJECT = 500, 120


@transaction.atomic
def to_order(
    voice: Voice, *, by: Any, on: date, kind: str = "", requirement: str = "",
    due_on: date | None = None,
) -> Voice:  # fmt: skip
    """A draft to whoever answers the voice, else to the township that it comes from.

    A township asks departments alone, which it chooses afterwards where none is assigned. The
    words of a complaint stay in it: its paper names the number. Raises `voice_over`,
    `voice_side`, `voice_ordered`, `voice_unassigned` and what drafting refuses.
    """
    row: Voice = locked(voice)
    _refuse(row, by)
    order = draft_order(
        by=by, on=on, kind=kind or OrderKind.SUPERVISE, subject=_subject(row),
        problem="" if _is_secret(row) else row.text, basis=str(row),
        requirement=requirement.strip() or _("请核实办理,按期反馈;办理结果同时答复反映人。"),
        due_on=due_on or _day(row, on), origin=Origin.VOICE, origin_uid=row.uid,
    )  # fmt: skip
    if part := _address(order, row, by=by, on=on):
        village = row.village if _lies_in(row, part) and not _is_secret(row) else None
        add_item(part, by=by, text=_matter(row), village=village, data=_data(row))
    changed(row)
    put_voice("voice.ordered", row, by=by, after={"subject": order.subject})
    return row


def _refuse(row: Voice, by: Any) -> None:
    if row.status not in LIVE_VOICES:
        words = _("%s已经办结,不再发督办单。") % row
        raise DomainError("voice_over", words, _("仍有问题的请重新登记。"))
    if not offers_order(by, row):
        words = _("这一步由县委组织部办理。")
        raise DomainError("voice_side", words, _("投诉举报只由县委组织部发督办单。"))
    if _is_secret(row) and not row.unit_kind:
        words = _("投诉举报交办以后才能发督办单。")
        raise DomainError("voice_unassigned", words, _("请先交办:单子只发给承办单位。"))
    made = SupervisionOrder.objects.filter(origin=Origin.VOICE, origin_uid=row.uid)
    if known := made.exclude(status__in=_OVER).first():
        words = _("%(voice)s已有单子:%(order)s。") % {"voice": row, "order": known}
        raise DomainError("voice_ordered", words, _("请在原来的单子上办理,或者先作废、撤销。"))


def _address(order: SupervisionOrder, row: Voice, *, by: Any, on: date) -> OrderUnit | None:
    """The unit that answers; else, from the county, the township that it comes from."""
    departments, townships = [row.department] if row.department else [], []
    if len(house_of(by)) == COUNTY and not departments:
        rows = Township.objects.in_county(order.county_code).on(on)
        townships = list(rows.filter(code=_place(row)))
    if not (townships or departments):
        return None
    [part] = add_units(order, by=by, townships=townships, departments=departments)
    part.order = order
    return part


def _place(row: Voice) -> str:
    village = row.village.code[:TOWNSHIP] if row.village else ""
    return row.unit_code or village or row.township_code


def _is_secret(row: Voice) -> bool:
    return row.kind == VoiceKind.COMPLAINT


def _lies_in(row: Voice, part: OrderUnit) -> bool:
    """Townships are asked about their own villages alone."""
    if row.village is None:
        return False
    return part.unit_kind == UnitKind.DEPARTMENT or row.village.code.startswith(part.unit_code)


def _subject(row: Voice) -> str:
    where = row.village.name if row.village and not _is_secret(row) else ""
    words = _("%(where)s%(kind)s办理(%(number)s)")
    told = {"where": where, "kind": row.get_kind_display(), "number": row.number}
    return (words % told)[:_SUBJECT]


def _matter(row: Voice) -> str:
    if _is_secret(row):
        return _("办理编号 %s 的投诉举报,内容见“反映和建议”。") % row.number
    return row.text[:_TEXT]


def _data(row: Voice) -> str:
    told = {"day": row.received_on.isoformat(), "channel": row.get_channel_display()}
    return _("%(day)s 收到,%(channel)s") % told


def _day(row: Voice, on: date) -> date | None:
    """The day by which the voice is to be answered holds while it is ahead."""
    return row.due_on if row.due_on and row.due_on > on else None
