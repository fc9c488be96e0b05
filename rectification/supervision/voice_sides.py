"""On which side of a voice a person stands."""

from typing import Any

from rectification.supervision import perms
from rectification.supervision.choices import VoiceKind
from rectification.supervision.sides import house_of, is_unit
from rectification.supervision.states import Side
from rectification.supervision.voice_states import LIVE_VOICES
from villages.common.scope import TOWNSHIP


def stands(user: Any, side: Side, voice: Any) -> bool:
    """Whether the person may act on this side: the county, or whoever the voice is assigned to."""
    if side == Side.UNIT:
        return perms.may_answer_voices(user) and answers(user, voice)
    return perms.may_settle_voices(user) and user.territory.covers(voice.county_code)


def answers(user: Any, voice: Any) -> bool:
    """Whether the person answers for the unit that the voice is assigned to.

    For a department without anybody in its seat the organization department answers. One query
    for departments.
    """
    return bool(voice.unit_kind) and is_unit(user, voice)


def offers_order(user: Any, voice: Any) -> bool:
    """Whether the person's house may ask somebody about it: a complaint is the county's."""
    if voice.status not in LIVE_VOICES:
        return False
    county = perms.may_settle_voices(user)
    return county or (bool(house_of(user)) and voice.kind != VoiceKind.COMPLAINT)


def home_township(user: Any) -> str:
    """The township in which a person works, where there is one only."""
    codes = {code[:TOWNSHIP] for code in user.territory.codes if len(code) >= TOWNSHIP}
    return codes.pop() if len(codes) == 1 else ""


def may_see_person(user: Any, voice: Any) -> bool:
    """Who it was: the organization department, and whoever answers; of complaints the former."""
    if perms.may_settle_voices(user):
        return bool(user.territory.covers(voice.county_code))
    if voice.kind == VoiceKind.COMPLAINT:
        return False
    return perms.may_read_phones(user) and answers(user, voice)
