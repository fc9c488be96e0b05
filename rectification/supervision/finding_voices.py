"""Finding what was brought up by its number: words of it are searched in its own list."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import Voice
from rectification.supervision.perms import may_see_voices
from villages.common.registries import SearchHit, SearchSource

SHORTEST = 4


def find_voices(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Voices whose number holds the text, the newest first. One query."""
    wanted = text.strip()
    if len(wanted) < SHORTEST:
        return []
    rows = Voice.objects.visible_to(user).filter(number__contains=wanted)
    return [_hit(one) for one in rows.order_by("-received_on", "-id")[:limit]]


def _hit(voice: Voice) -> SearchHit:
    detail = f"{voice.unit_name} · {voice.get_status_display()}".strip(" ·")
    return SearchHit(str(voice), reverse("supervision:voice", args=[voice.uid]), detail)


SEARCH = (SearchSource("voices", _("反映和建议"), 37, may_see_voices, find_voices),)
