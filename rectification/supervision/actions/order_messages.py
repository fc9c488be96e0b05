"""Messages about orders: to the county's own channels, and to those of the units addressed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from rectification.supervision.actions.announcing import announce
from rectification.supervision.actions.outbox import page_url
from rectification.supervision.announcements import ORDER_ISSUED, ORDER_OVERDUE
from rectification.supervision.models import Channel, Delivery, OrderUnit, SupervisionOrder
from rectification.supervision.states import OrderStatus
from rectification.supervision.waiting.whose import answered_by

# A night that was missed is made up for; what a new channel finds long overdue is no news.
NEWS = timedelta(days=7)


def tell_of_order(order: SupervisionOrder, *, at: datetime) -> list[Delivery]:
    """The order is out."""
    urgent = bool(order.urgent_by)
    parts = list(OrderUnit.objects.filter(order=order).order_by("pk"))
    also = [one for one in _channels_of(order, parts) if urgent or not one.digest]
    return announce(
        ORDER_ISSUED, county=order.county_code, about=order.uid, name=str(order), at=at, also=also,
        url=page_url("supervision:order", order.uid), urgent=urgent, data=_told(order, parts),
    )  # fmt: skip


def tell_of_overdue(county: str, *, on: date, at: datetime) -> int:
    """Orders whose day went by lately and that units still owe, once for each such day; how many.

    Two queries where nothing is new, beside those of each message.
    """
    since = on - NEWS
    rows = OrderUnit.objects.in_county(county).overdue(on).filter(due_on__gte=since)
    rows = rows.filter(order__status=OrderStatus.ISSUED).select_related("order")
    told = 0
    for _key, parts in groupby(rows.order_by("order_id", "due_on", "pk"), _occasion):
        told += bool(_overdue(list(parts), at))
    return told


def _occasion(part: OrderUnit) -> tuple[int, Any]:
    return part.order_id, part.due_on


def _overdue(parts: list[OrderUnit], at: datetime) -> list[Delivery]:
    order, due_on = parts[0].order, parts[0].due_on
    name = _("%(order)s(%(count)d 个单位)") % {"order": order, "count": len(parts)}
    return announce(
        ORDER_OVERDUE, county=order.county_code, about=f"{order.uid}:{due_on:%Y%m%d}", name=name,
        url=page_url("supervision:order", order.uid), at=at, data=_told(order, parts),
    )  # fmt: skip


def _told(order: SupervisionOrder, parts: list[OrderUnit]) -> dict[str, Any]:
    units = [
        {"name": one.unit_name, "code": one.unit_code, "due_on": str(one.due_on)} for one in parts
    ]
    return {
        "order": order.uid, "number": order.number_shown, "kind": order.kind,
        "urgency": order.urgency, "from": order.from_name, "units": units,
    }  # fmt: skip


def _channels_of(order: SupervisionOrder, parts: list[OrderUnit]) -> Iterable[Channel]:
    """Channels in use of the units, and of people who answer for them."""
    codes = [one.unit_code for one in parts if one.unit_code]
    departments = [one.department_id for one in parts if one.department_id]
    rows = Channel.objects.filter(county_code=order.county_code, active=True)
    yield from rows.filter(Q(unit_code__in=codes) | Q(department__in=departments), user=None)
    for one in rows.filter(user__is_active=True).select_related("user"):
        if OrderUnit.objects.filter(answered_by(one.user), order=order).exists():
            yield one
