"""What somebody brought up, in known states, on days of October 2026."""

from datetime import date
from typing import Any

from rectification.supervision.actions import voices
from rectification.supervision.actions.voice_receiving import Received, receive
from rectification.supervision.choices import VoiceChannel, VoiceKind
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import VoiceStatus
from tests.rectification.supervision.situations import COUNTY, EAST, Cast
from villages.models import Township, Village

RECEIVED, ASSIGNED = date(2026, 10, 12), date(2026, 10, 13)
ANSWERED, CLOSED = date(2026, 10, 20), date(2026, 10, 22)
TEXT = "路灯坏了三盏,孩子放学天黑。"
PHONE = "13800001234"


def town(code: str = EAST) -> Township:
    """A township by its code."""
    return Township.objects.get(code=code)


def village(code: str) -> Village:
    """A village by its code."""
    return Village.objects.select_related("township").get(code=code)


def bring(text: str = TEXT, *, at: str = "", by: Any = None, **known: Any) -> Received:
    """Something brought up on the twelfth of October, by a person with a name and telephone."""
    given = {
        "county": COUNTY, "kind": VoiceKind.PROBLEM, "channel": VoiceChannel.PUBLIC,
        "on": RECEIVED, "person": "赵大爷", "phone": PHONE, "village": village(at) if at else None,
    }  # fmt: skip
    return receive(text=text, by=by, **{**given, **known})


def voice_in(
    status: VoiceStatus | str, cast: Cast, *, department: Any = None, **known: Any
) -> Voice:
    """A voice in this state, brought there by the actions; 东关街道 answers unless a department."""
    row = bring(**known).voice
    if status == VoiceStatus.REFUSED:
        return voices.refuse(row, by=cast.author, on=ASSIGNED, reason="不属于本县职责。")
    if status == VoiceStatus.RECEIVED:
        return row
    unit = {"department": department} if department else {"township": town()}
    row = voices.assign(row, by=cast.author, on=ASSIGNED, **unit)
    if status == VoiceStatus.ASSIGNED:
        return row
    who = cast.seat if department == cast.department else cast.author
    who = who if department else cast.clerk
    row = voices.answer(row, by=who, on=ANSWERED, text="已经修好。")
    if status == VoiceStatus.ANSWERED:
        return row
    return voices.close(row, by=cast.author, on=CLOSED, satisfaction="satisfied")
