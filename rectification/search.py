"""Finding cases by number or village."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.models import RectificationCase
from rectification.perms import may_see_cases
from villages.common.registries import SearchHit, SearchSource
from villages.common.text import search_key

MOST_WORDS = 4


def find_cases(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Cases whose number or village holds every word; the newest batch first. One query."""
    words = [word for word in text.split()[:MOST_WORDS] if search_key(word)]
    if not words:
        return []
    rows = RectificationCase.objects.visible_to(user).filter(_every(words))
    rows = rows.select_related("village__township").order_by("-listed_year", "-round", "number")
    return [_hit(one) for one in rows[:limit]]


def _every(words: list[str]) -> Q:
    whole = Q()
    for word in words:
        whole &= Q(number__contains=word) | Q(village__search_text__contains=search_key(word))
    return whole


def _hit(case: RectificationCase) -> SearchHit:
    detail = f"{case.village.full_name} · {case.get_status_display()}"
    return SearchHit(str(case), reverse("cases:case", args=[case.uid]), detail)


SEARCH = (SearchSource("cases", _("整顿"), 35, may_see_cases, find_cases),)
