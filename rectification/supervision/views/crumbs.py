"""The way to a page of orders, and the order that a page is about."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.models import OrderUnit, SupervisionOrder
from villages.ledgers.views.place import county_of
from villages.lists.getting import get_visible_or_404


def crumbs(*rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The area, then the pages on the way."""
    return [(_("督办"), reverse("supervision:hub")), *rest]


def order_crumbs(order: SupervisionOrder, title: Any) -> list[tuple[Any, str]]:
    """The area, the order, the page."""
    return crumbs((str(order), reverse("supervision:order", args=[order.uid])), (title, ""))


def here(rows: Any, request: HttpRequest) -> Any:
    """The rows of the county at hand; people without a place keep what is put to them."""
    county = county_of(request)
    return rows.in_county(county) if county else rows


def get_order(request: HttpRequest, uid: str) -> SupervisionOrder:
    """An order that the person may see; 404 else."""
    rows = SupervisionOrder.objects.select_related("author", "previous__order")
    found: SupervisionOrder = get_visible_or_404(rows, request.user, uid=uid)
    return found


def parts_of(order: SupervisionOrder, user: Any) -> list[OrderUnit]:
    """The parts that the person may see, who leads before who co-operates. One query."""
    rows = OrderUnit.objects.visible_to(user).filter(order=order)
    found = rows.select_related("department").order_by("-role", "-unit_kind", "unit_code", "id")
    return [_of(one, order) for one in found]


def _of(part: OrderUnit, order: SupervisionOrder) -> OrderUnit:
    part.order = order
    return part
