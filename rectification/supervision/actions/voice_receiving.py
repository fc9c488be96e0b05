"""Somebody brings something up: by a colleague, by oneself, without an account, without a name."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.sealing import seal
from rectification.supervision.actions.stepping import require_day
from rectification.supervision.actions.storing import store
from rectification.supervision.actions.voice_numbers import next_number
from rectification.supervision.actions.voice_stepping import put_voice
from rectification.supervision.actions.voice_words import digest_of, make_word
from rectification.supervision.choices import VoiceChannel, VoiceKind
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import VoiceStatus
from villages.common.errors import DomainError
from villages.common.scope import COUNTY, TOWNSHIP
from villages.models import Village
from villages.trace.context import Origin, coming_from, origin

PUBLIC = "群众"
NAMELESS = "匿名"


@dataclass(frozen=True)
class Received:
    """What was stored, and the word that opens its answer; nobody can look the word up later."""

    voice: Voice
    word: str


@transaction.atomic
def receive(
    *, county: str, kind: VoiceKind | str, channel: VoiceChannel | str, text: str, on: date,
    by: Any = None, village: Village | None = None, township: str = "", anonymous: bool = False,
    person: str = "", phone: str = "",
) -> Received:  # fmt: skip
    """Stores what somebody brings up and gives its number and word.

    Without `by` it comes from the public box. Whoever stays anonymous leaves neither name nor
    telephone nor address, in the row or in the trail. Raises `no_county`, `voice_foreign`,
    `phone`, `order_step_future` and what the columns refuse.
    """
    require_day(on, None)
    row = Voice(
        county_code=county, kind=kind, channel=channel, village=village, text=text.strip(),
        anonymous=anonymous, received_on=on, township_code=township,
        person="" if anonymous else person.strip(),
        phone_sealed="" if anonymous else sealed_phone(phone),
    )  # fmt: skip
    begin(row)
    _require_county(row)
    row.number = next_number(county, on.year)
    word = make_word()
    row.word_digest = digest_of(row.number, word)
    store(row)
    _put_on_record(row, by=by)
    return Received(row, word)


def begin(row: Voice) -> None:
    """A new voice gets its first state, and the township of its village."""
    row.status, row.status_since = VoiceStatus.RECEIVED, row.received_on
    if row.village is not None:
        row.township_code = row.village.code[:TOWNSHIP]


def sealed_phone(phone: str) -> str:
    """The number sealed; nothing stays nothing. Raises `phone`."""
    digits = "".join(one for one in phone if one not in " -()（）")
    if digits and (not digits.removeprefix("+").isdigit() or not 7 <= len(digits) <= 15):
        said = _("电话应为 7 至 15 位数字。")
        raise DomainError("phone", said, phone=said)
    return seal(digits)


def _require_county(row: Voice) -> None:
    places = (row.township_code, row.village.code if row.village else "")
    if any(one and one[:COUNTY] != row.county_code for one in places):
        said = _("这个村不属于本县。")
        raise DomainError("voice_foreign", said, _("请选择本县的村,或者不选。"), village=said)


def _put_on_record(row: Voice, *, by: Any) -> None:
    """Of people without an account and of nameless ones the trail keeps no address either."""
    after = {"kind": row.kind, "channel": row.channel, "received_on": row.received_on}
    if by is not None and not row.anonymous:
        put_voice("voice.received", row, by=by, after=after)
        return
    with coming_from(Origin(channel=origin().channel)):
        put_voice("voice.received", row, by=NAMELESS if row.anonymous else PUBLIC, after=after)
