"""Finding the colour of a village."""

from typing import Any

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.warnings.models import VillageWarning
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.published import published
from rectification.warnings.wording import colour_text, months_in_row
from villages.common import clock
from villages.common.periods import Month
from villages.common.registries import SearchHit, SearchSource
from villages.common.text import search_key

MOST_WORDS = 4


def find_warnings(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Villages whose name holds every word, each with its last colour that is red, yellow or
    grey. Two queries."""
    words = [search_key(word) for word in text.split()[:MOST_WORDS]]
    if not any(words):
        return []
    rows = published(user, clock.now())
    newest = rows.aggregate(newest=Max("month"))["newest"]
    if newest is None:
        return []
    found = rows.filter(_every(words), month=newest).exclude(colour="green")
    found = found.select_related("village__township").order_by("village__code")
    return [_hit(one) for one in found[:limit]]


def _every(words: list[str]) -> Q:
    whole = Q()
    for word in words:
        whole &= Q(village__search_text__contains=word)
    return whole


def _hit(one: VillageWarning) -> SearchHit:
    month = Month.from_number(one.month)
    said = colour_text(one.colour, months_in_row(one.colour, one.red_months, one.yellow_months))
    url = reverse("warnings:village_month", args=[one.village.code, month.code])
    return SearchHit(one.village.full_name, url, f"{month.label} · {said}")


SEARCH = (SearchSource("warnings", _("三色预警"), 37, may_see_warnings, find_warnings),)
