"""Who asks for things at short notice: urgent demands per house (减负)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from villages.common.shares import percent


@dataclass(frozen=True)
class Urgent:
    """What one house issued, and how much of it left units too little time."""

    from_code: str
    from_name: str
    issued: int
    short: int

    @property
    def share(self) -> Decimal | None:
        """In percent of what it issued."""
        return percent(self.short, self.issued)


def urgent(orders: Any, *, first: date, last: date) -> list[Urgent]:
    """Of these orders issued between two days, by house, the most urgent demands first.

    Revoked ones count: the units were disturbed. One query.
    """
    rows = orders.sent().filter(issued_on__range=(first, last)).order_by()
    found = rows.values_list("from_code", "from_name").annotate(
        issued=Count("pk"), short=Count("pk", filter=Q(short_notice=True))
    )
    return [Urgent(*one) for one in found.order_by("-short", "from_code")]
