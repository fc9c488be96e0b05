"""By when voices are assigned, answered and closed, and whether that day is over."""

from datetime import date
from typing import Any

from rectification.supervision.choices import VoiceKind
from rectification.supervision.parameters import voices as limits
from rectification.supervision.voice_states import VoiceStatus
from villages import parameters, workdays
from villages.common.workdays import Adjusted, add_workdays

# Where the county itself is waited for, and how long it has.
_OWN = {VoiceStatus.RECEIVED: limits.ASSIGN, VoiceStatus.ANSWERED: limits.CLOSE}


def due_day(kind: VoiceKind | str, county: str, on: date) -> date:
    """The day by which a voice of this kind is answered that is assigned on a day."""
    days = int(parameters.value(limits.ANSWER[VoiceKind(kind)].key, on=on, county=county))
    return add_workdays(on, days, workdays.adjusted())


def waits_until(voice: Any, calendar: Adjusted) -> date | None:
    """The day by which somebody has to act, the unit or the county; None where nobody has."""
    if voice.status == VoiceStatus.ASSIGNED:
        due: date | None = voice.due_on
        return due
    if voice.status not in _OWN:
        return None
    key = _OWN[VoiceStatus(voice.status)].key
    since = voice.status_since
    days = int(parameters.value(key, on=since, county=voice.county_code))
    return add_workdays(since, days, calendar)


def is_late(voice: Any, on: date, calendar: Adjusted) -> bool:
    """Whether that day is over."""
    until = waits_until(voice, calendar)
    return until is not None and until < on
