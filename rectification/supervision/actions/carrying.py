"""Parts and matters of earlier orders, carried over into a new draft."""

from collections.abc import Iterable
from datetime import date

from rectification.supervision.actions.storing import store
from rectification.supervision.figures.lateness import late_words
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder
from villages.common.workdays import Adjusted

LONGEST, LONGEST_DATA = 500, 300
KEPT = ("village", "case", "indicator", "comparison", "goal")


def carry_unit(order: SupervisionOrder, part: OrderUnit) -> OrderUnit:
    """The same unit on another draft."""
    return store(OrderUnit(
        county_code=order.county_code, order=order, unit_kind=part.unit_kind,
        unit_code=part.unit_code, department=part.department, unit_name=part.unit_name,
        person=part.person,
    ))  # fmt: skip


def carry_items(
    to: OrderUnit, part: OrderUnit, items: Iterable[OrderItem], on: date, calendar: Adjusted
) -> None:
    """What the part was asked, with the day that has passed; a part without items is one matter."""
    late = f"{part.order.number_shown} {part.due_on} {late_words(part, on, calendar)}"
    for one in list(items) or [OrderItem(text=part.order.subject)]:
        data = f"{one.data};{late}" if one.data else late
        kept = {name: getattr(one, name) for name in KEPT}
        store(OrderItem(
            county_code=to.county_code, unit=to, text=one.text[:LONGEST],
            data=data[:LONGEST_DATA], **kept,
        ))  # fmt: skip
