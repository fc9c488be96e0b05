"""What becomes of a voice: assigned, answered, closed, or not taken up."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.voice_receiving import PUBLIC, sealed_phone
from rectification.supervision.actions.voice_stepping import put_voice, ready_voice, take_voice
from rectification.supervision.choices import Satisfaction, UnitKind
from rectification.supervision.figures.voice_days import due_day
from rectification.supervision.models import Department, Voice
from rectification.supervision.voice_states import (
    ANSWER,
    ASSIGN,
    CLOSE_VOICE,
    LIVE_VOICES,
    REFUSE_VOICE,
    VoiceStatus,
)
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.models import Township
from villages.trace.context import Origin, coming_from, origin


@transaction.atomic
def assign(
    voice: Voice, *, by: Any, on: date, township: Township | None = None,
    department: Department | None = None, due_on: date | None = None, text: str = "",
) -> Voice:  # fmt: skip
    """Gives a voice to one unit by a day; again where the answer was not enough.

    An answer given before is no answer any more, its words stay until the next one. Raises
    `voice_unit`, `voice_due_past` and what `take_voice` refuses.
    """
    row = ready_voice(voice, ASSIGN, by=by, on=on)
    unit = _unit_of(row, township, department)
    due_on = due_on or due_day(row.kind, row.county_code, on)
    if due_on < on:
        said = _("办理时限不能早于交办日期。")
        raise DomainError("voice_due_past", said, _("请改晚,或者留空按规定的期限。"), due_on=said)
    values = {**unit, "assigned_on": on, "due_on": due_on, "answered_on": None, "answered_by": ""}
    return take_voice(row, ASSIGN, by=by, on=on, text=text, values={**values, "satisfaction": ""})


def answer(voice: Voice, *, by: Any, on: date, text: str) -> Voice:
    """The unit says what was done. The answer names the unit, not the person."""
    values = {"answer": text.strip(), "answered_on": on, "answered_by": voice.unit_name[:80]}
    return take_voice(voice, ANSWER, by=by, on=on, values=values)


@transaction.atomic
def close(
    voice: Voice, *, by: Any, on: date, satisfaction: Satisfaction | str = "", text: str = ""
) -> Voice:
    """Closes an answered voice; what the person said of the answer stays what it was."""
    row = ready_voice(voice, CLOSE_VOICE, by=by, on=on)
    values = {"closed_on": on, "satisfaction": row.satisfaction or satisfaction}
    return take_voice(row, CLOSE_VOICE, by=by, on=on, text=text, values=values)


def refuse(voice: Voice, *, by: Any, on: date, reason: str) -> Voice:
    """Does not take a voice up, and says why to whoever asks after it."""
    values = {"refused_reason": reason.strip()}
    return take_voice(voice, REFUSE_VOICE, by=by, on=on, text=reason, values=values)


@transaction.atomic
def rate(voice: Voice, *, satisfaction: Satisfaction | str) -> Voice:
    """What the person who asked says of the answer, from the public box, until it is closed.

    Raises `voice_not_answered`.
    """
    row = locked(voice)
    is_late = row.status == VoiceStatus.CLOSED and row.satisfaction
    if row.status not in (VoiceStatus.ANSWERED, VoiceStatus.CLOSED) or is_late:
        words = _("现在不能评价:还没有答复,或者已经办结。")
        raise DomainError("voice_not_answered", words, _("有了答复以后再来评价。"))
    changed(row, satisfaction=satisfaction)
    with coming_from(Origin(channel=origin().channel)):
        put_voice("voice.rated", row, by=PUBLIC, after={"satisfaction": satisfaction})
    return row


@transaction.atomic
def keep_phone(voice: Voice, *, by: Any, phone: str) -> Voice:
    """Seals the telephone number of whoever left one. Raises `voice_step`, `phone`."""
    row = locked(voice)
    if row.status not in LIVE_VOICES:
        words = _("%s已经办结,不再登记电话。") % row
        raise DomainError("voice_step", words, _("请刷新页面后再看。"))
    changed(row, phone_sealed=sealed_phone(phone))
    put_voice("voice.phone_kept", row, by=by)
    return row


def _unit_of(
    row: Voice, township: Township | None, department: Department | None
) -> dict[str, Any]:
    """The columns of the unit: exactly one, of the voice's own county."""
    unit: Any = township or department
    if (township is None) == (department is None) or unit.county_code != row.county_code:
        words = _("请选择本县的一个乡镇或一个县直部门。")
        raise DomainError("voice_unit", words, _("一件只交给一个单位主办。"))
    kind = UnitKind.TOWNSHIP if township else UnitKind.DEPARTMENT
    return {
        "unit_kind": kind, "unit_code": township.code if township else "",
        "department": department, "unit_name": unit.name,
    }  # fmt: skip
