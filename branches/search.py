"""Finding party organizations and joint bodies by name."""

from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from branches.models import JointBody, PartyBranch
from villages.accounts.perms import works_in_territory
from villages.common.registries import SearchHit, SearchSource
from villages.ledgers.finding import row_url

MOST_WORDS = 4


def find_branches(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Organizations whose name, or whose village, holds every word; ended ones last. One query."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return []
    rows = PartyBranch.objects.visible_to(user).filter(_every(words, "name", "village__name"))
    found = rows.select_related("village__township").order_by(
        F("abolished_on").asc(nulls_first=True), "village__code"
    )
    return [
        SearchHit(row.name, row_url(row), f"{row.village.full_name} · {row.get_kind_display()}")
        for row in found[:limit]
    ]


def find_joint_bodies(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Joint bodies whose name or leading unit holds every word. One query."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return []
    rows = JointBody.objects.visible_to(user).filter(_every(words, "name", "lead"))
    return [
        SearchHit(row.name, row_url(row), f"{row.get_kind_display()} · {row.lead}")
        for row in rows.order_by("name")[:limit]
    ]


def _every(words: list[str], *names: str) -> Q:
    """Each word stands in one of the fields."""
    whole = Q()
    for word in words:
        one = Q()
        for name in names:
            one |= Q(**{f"{name}__contains": word})
        whole &= one
    return whole


SEARCH = (
    SearchSource("branches", _("党组织"), 40, works_in_territory, find_branches),
    SearchSource("joint-bodies", _("联建组织"), 41, works_in_territory, find_joint_bodies),
)
