"""Finding orders by number or subject."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.supervision import finding_voices as voices
from rectification.supervision.ledgers.order_rows import on_paper
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.perms import may_see_orders
from rectification.supervision.searching import INSPECTIONS
from villages.common import clock
from villages.common.registries import SearchHit, SearchSource

MOST_WORDS = 4


def find_orders(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Orders whose printed number or subject holds every word; the newest first. One query."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return []
    rows = on_paper(SupervisionOrder.objects.visible_to(user), clock.today())
    rows = rows.filter(_every(words)).order_by("-issued_at", "-id")
    return [_hit(one) for one in rows[:limit]]


def _every(words: list[str]) -> Q:
    whole = Q()
    for word in words:
        whole &= Q(printed_number__contains=word) | Q(subject__contains=word)
    return whole


def _hit(order: SupervisionOrder) -> SearchHit:
    detail = f"{order.from_name} · {order.get_status_display()}"
    return SearchHit(str(order), reverse("supervision:order", args=[order.uid]), detail)


SEARCH = (
    SearchSource("orders", _("督办单"), 36, may_see_orders, find_orders),
    INSPECTIONS,
    *voices.SEARCH,
)
