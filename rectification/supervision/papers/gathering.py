"""A printed order from the rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.papers.wording import chinese_day, number
from rectification.supervision.choices import UnitRole, Urgency
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.papers.content import ItemLine, OrderPaper


def papers_of(
    order: SupervisionOrder, parts: Sequence[OrderUnit], *, each: bool = False
) -> list[OrderPaper]:
    """One paper for all these parts, or one a part with its own items alone. One query."""
    items: dict[int, list[OrderItem]] = {one.pk: [] for one in parts}
    rows = OrderItem.objects.filter(unit__in=parts).select_related("village", "indicator")
    for row in rows.order_by("unit", "id"):
        items[row.unit_id].append(row)
    groups = [[one] for one in parts] if each and parts else [list(parts)]
    return [_paper(order, group, items) for group in groups]


def _paper(
    order: SupervisionOrder, parts: Sequence[OrderUnit], items: dict[int, list[OrderItem]]
) -> OrderPaper:
    return OrderPaper(
        house=order.from_name,
        kind=str(order.get_kind_display()),
        number=order.number_shown,
        urgency="" if order.urgency == Urgency.PLAIN else str(order.get_urgency_display()),
        issued_on=chinese_day(order.issued_on),
        units=_named(parts),
        person="、".join(dict.fromkeys(one.person for one in parts if one.person)),
        subject=order.subject,
        basis=order.basis,
        problem=order.problem,
        requirement=order.requirement,
        due=_due(order, parts),
        feedback=order.feedback,
        instruction=order.instruction,
        author=order.author_name,
        checked_by=order.checked_by,
        issued_by=order.issued_by,
        items=tuple(_line(part, row) for part in parts for row in items[part.pk]),
        receivers=tuple(one.unit_name for one in parts),
    )


def _named(parts: Sequence[OrderUnit]) -> str:
    """Who leads stands first; who co-operates is said to."""
    if len(parts) == 1:
        return parts[0].unit_name
    lead = "、".join(one.unit_name for one in parts if one.role == UnitRole.LEAD)
    helping = "、".join(one.unit_name for one in parts if one.role == UnitRole.HELP)
    return _("%(lead)s(主办);%(help)s(协办)") % {"lead": lead, "help": helping} if helping else lead


def _due(order: SupervisionOrder, parts: Sequence[OrderUnit]) -> str:
    """One day where it holds for all, else each unit with its own."""
    days = {one.due_on or order.due_on for one in parts} or {order.due_on}
    if len(days) == 1:
        return _before(next(iter(days)))
    return ";".join(f"{one.unit_name}:{_before(one.due_on or order.due_on)}" for one in parts)


def _before(day: date | None) -> str:
    return _("%s前") % chinese_day(day) if day else _("自签发之日起按文种规定")


def _line(part: OrderUnit, row: OrderItem) -> ItemLine:
    return ItemLine(
        part.unit_name, row.village.name if row.village else "", row.text, row.data, goal_of(row)
    )


def goal_of(row: Any) -> str:
    """When the figure of an item is enough, in words; empty where prose decides."""
    if not row.indicator_id:
        return ""
    asked = f"{row.get_comparison_display()} {number(row.goal)}{row.indicator.unit}"
    return f"{row.indicator.name}{asked}"


def names_of(parts: Iterable[OrderUnit]) -> str:
    """The units of a paper for its file name; the first few of many."""
    names = [one.unit_name for one in parts]
    return names[0] if len(names) == 1 else _("%d个单位") % len(names)
