"""What the public box shows: counties whose box is open, and of one voice what its person may
know."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.supervision.models import Voice
from rectification.supervision.parameters.voices import BOX
from rectification.supervision.voice_states import VoiceStatus
from villages import parameters
from villages.models import County

_ANSWERED = (VoiceStatus.ANSWERED, VoiceStatus.CLOSED)


@dataclass(frozen=True)
class Told:
    """Where a voice stands, without a name or a text of anybody but the answer."""

    number: str
    kind: str
    received_on: date
    status: str
    unit: str
    due_on: date | None
    answer: str
    answered_on: date | None
    refused: str
    satisfaction: str
    may_rate: bool


def open_counties(on: date) -> list[Any]:
    """Counties whose box is open on a day, by code. One query."""
    rows = County.objects.on(on).order_by("code")
    return [one for one in rows if parameters.value(BOX.key, on=on, county=one.code)]


def told(voice: Voice) -> Told:
    """What the person who has number and word may know."""
    answered = voice.status in _ANSWERED
    is_closed = voice.status == VoiceStatus.CLOSED
    return Told(
        number=voice.number, kind=str(voice.get_kind_display()), received_on=voice.received_on,
        status=str(voice.get_status_display()), unit=voice.unit_name, due_on=voice.due_on,
        answer=voice.answer if answered else "",
        answered_on=voice.answered_on if answered else None, refused=voice.refused_reason,
        satisfaction=str(voice.get_satisfaction_display()),
        may_rate=answered and not (is_closed and voice.satisfaction),
    )  # fmt: skip
