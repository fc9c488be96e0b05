"""Orders of a span of days in numbers: what the page shows and programs read."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from rectification.supervision.choices import ExtensionAnswer, OrderKind
from rectification.supervision.figures.lights import lights_of
from rectification.supervision.figures.overdue import Overdue, overdue
from rectification.supervision.figures.punctual import Punctual, punctual
from rectification.supervision.figures.returns import Returned, by_reason, returns
from rectification.supervision.figures.urgent import Urgent, urgent
from rectification.supervision.models import OrderExtension
from rectification.supervision.rules.lights import GREEN, RED, YELLOW
from rectification.supervision.states import SENT, UnitStatus

COLOURS = (RED, YELLOW, GREEN)


@dataclass(frozen=True)
class KindSum:
    """Orders of one kind that were issued, their units' parts, and how many of these are closed."""

    kind: str
    orders: int
    parts: int
    closed: int

    @property
    def label(self) -> str:
        """What the kind is called."""
        return str(OrderKind(self.kind).label)


@dataclass(frozen=True)
class Signed:
    """Orders at short notice for which one person took responsibility."""

    from_code: str
    from_name: str
    urgent_by: str
    count: int


@dataclass(frozen=True)
class OrderSums:
    """`lights` and `late` are as of the day, everything else is about the span."""

    kinds: tuple[KindSum, ...]
    lights: dict[str, int]
    punctual: tuple[Punctual, ...]
    extensions: dict[str, int]
    urgent: tuple[Urgent, ...]
    signed: tuple[Signed, ...]
    returns: tuple[Returned, ...]
    late: Overdue

    @property
    def reasons(self) -> dict[str, int]:
        """Why replies came back, over all units, the most frequent first."""
        return by_reason(list(self.returns))


def order_sums(orders: Any, parts: Any, *, first: date, last: date, on: date) -> OrderSums:
    """Of these orders and parts. Ten queries, whatever their number."""
    span = {"first": first, "last": last}
    return OrderSums(
        kinds=tuple(_kinds(orders, parts, first, last)),
        lights=_lights(parts, on),
        punctual=tuple(punctual(parts, on=on, **span)),
        extensions=_extensions(parts, first, last),
        urgent=tuple(urgent(orders, **span)),
        signed=tuple(_signed(orders, first, last)),
        returns=tuple(returns(parts, **span)),
        late=overdue(parts, on),
    )


def _kinds(orders: Any, parts: Any, first: date, last: date) -> Any:
    """In the order of loudness; kinds of which nothing was issued are left out."""
    issued = orders.sent().filter(issued_on__range=(first, last)).order_by()
    papers = dict(issued.values_list("kind").annotate(count=Count("pk")))
    rows = parts.filter(order__status__in=SENT, order__issued_on__range=(first, last)).order_by()
    closed = Count("pk", filter=Q(status=UnitStatus.CLOSED))
    of_kind = rows.values_list("order__kind").annotate(count=Count("pk"), closed=closed)
    units = {kind: (count, done) for kind, count, done in of_kind}
    for kind in OrderKind.values:
        if kind in papers:
            yield KindSum(kind, papers[kind], *units.get(kind, (0, 0)))


def _lights(parts: Any, on: date) -> dict[str, int]:
    """Parts under way on the day, by light, whenever they were issued. One query."""
    lights = lights_of(parts.live().order_by("pk"), on)
    counts = Counter(one.colour for one in lights.values())
    return {colour: counts[colour] for colour in COLOURS}


def _extensions(parts: Any, first: date, last: date) -> dict[str, int]:
    """Requests for more time in the span, by what became of them. One query."""
    rows = OrderExtension.objects.filter(unit__in=parts, asked_on__range=(first, last))
    found = dict(rows.order_by().values_list("answer").annotate(count=Count("pk")))
    return {answer: found.get(answer, 0) for answer in ExtensionAnswer.values}


def _signed(orders: Any, first: date, last: date) -> Any:
    """Whoever let units have too little time, by name. One query."""
    rows = orders.sent().filter(issued_on__range=(first, last), short_notice=True).order_by()
    found = rows.values_list("from_code", "from_name", "urgent_by").annotate(count=Count("pk"))
    for one in found.order_by("-count", "from_code", "urgent_by"):
        yield Signed(*one)
