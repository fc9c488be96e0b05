"""Finding inspections by title, as far as the person may know of them."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.supervision.inspection_perms import may_see_inspections
from rectification.supervision.models import Inspection
from villages.common.registries import SearchHit, SearchSource

MOST_WORDS = 4


def find_inspections(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Inspections whose title holds every word; the newest first. One query."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return []
    whole = Q()
    for word in words:
        whole &= Q(title__icontains=word)
    rows = Inspection.objects.visible_to(user).filter(whole).order_by("-from_on", "-id")
    return [_hit(one) for one in rows[:limit]]


def _hit(one: Inspection) -> SearchHit:
    detail = f"{one.get_kind_display()} · {one.get_status_display()}"
    return SearchHit(str(one), reverse("supervision:inspection", args=[one.uid]), detail)


INSPECTIONS = SearchSource("inspections", _("督导检查"), 38, may_see_inspections, find_inspections)
