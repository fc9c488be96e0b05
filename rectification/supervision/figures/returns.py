"""Why replies are returned, counted per unit."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from rectification.supervision.models import OrderEvent
from rectification.supervision.states import RETURN


@dataclass(frozen=True)
class Returned:
    """How often replies of one unit were returned for one reason.

    `unit_code` is that of a township; a department has a `department` (uid) instead.
    """

    unit_name: str
    unit_code: str
    department: str
    reason: str
    count: int


def returns(parts: Any, *, first: date, last: date) -> list[Returned]:
    """Of these parts between two days, the most frequent first. One query."""
    names = ("unit__unit_name", "unit__unit_code", "unit__department__uid", "reason")
    rows = OrderEvent.objects.filter(unit__in=parts, step=RETURN.key, on__range=(first, last))
    found = rows.order_by().values_list(*names).annotate(count=Count("pk"))
    return [
        Returned(name, code, uid or "", reason, count)
        for name, code, uid, reason, count in found.order_by("-count", *names)
    ]


def by_reason(found: list[Returned]) -> dict[str, int]:
    """The same over all units, the most frequent first."""
    totals: dict[str, int] = {}
    for one in found:
        totals[one.reason] = totals.get(one.reason, 0) + one.count
    return dict(sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])))
