"""The telephone number of whoever brought something up: shown once to those who say why."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.actions.identity import LEAST_REASON
from cadres.sealing import unseal
from rectification.supervision.actions.voice_stepping import put_voice
from rectification.supervision.models import Voice
from rectification.supervision.voice_sides import may_see_person
from villages.common.errors import DomainError


@transaction.atomic
def reveal_phone(voice: Voice, *, by: Any, reason: str) -> str:
    """The number itself, once; who looked and why stands in the trail, the number not.

    Raises `reveal_not_allowed`, `reveal_reason`, `reveal_nothing`.
    """
    if not may_see_person(by, voice):
        words = _("只有组织部和承办单位可以查看电话;投诉人的电话只有组织部能看。")
        raise DomainError("reveal_not_allowed", words, _("请联系县委组织部。"))
    if len(reason.strip()) < LEAST_REASON:
        said = _("请写明查看理由,至少 5 个字。")
        raise DomainError("reveal_reason", said, reason=said)
    raw = unseal(voice.phone_sealed)
    if not raw:
        raise DomainError("reveal_nothing", _("没有留下电话。"), _("可以在编号下查看答复。"))
    put_voice("voice.phone_shown", voice, by=by, text=reason)
    return raw
