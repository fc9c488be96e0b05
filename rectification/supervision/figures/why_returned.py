"""Why are we returned: filings and replies that were sent back, by township, month and reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from rectification.choices import WordUse
from rectification.models import CaseWord
from rectification.supervision.models import OrderEvent
from rectification.supervision.states import RETURN
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.filings.choices import ReturnReason
from villages.filings.models import FilingReturn

FILING, ORDER = "filing", "order"


@dataclass(frozen=True)
class Why:
    """How often something of one unit was sent back in a month for one reason.

    `code` names the reason for programs: the code of a filing's reason, the key of the county's
    word for an order's. Departments have no `unit_code`.
    """

    what: str
    month: Month
    unit_code: str
    unit_name: str
    code: str
    reason: str
    count: int


def why_returned(
    filings: QuerySet[FilingReturn], parts: Any, *, first: date, last: date
) -> list[Why]:
    """Of these between two days, both inclusive; the newest month first. Three queries."""
    found = [*_of_filings(filings, first, last), *_of_orders(parts, first, last)]
    return sorted(found, key=lambda one: (-one.month.number, one.unit_code or "~", one.unit_name,
                                          one.what, -one.count, one.reason))  # fmt: skip


def by_reason(rows: Iterable[Why], what: str) -> dict[str, int]:
    """One kind over all units and months, the most frequent reason first."""
    totals: dict[str, int] = {}
    for one in rows:
        if one.what == what:
            totals[one.reason] = totals.get(one.reason, 0) + one.count
    return dict(sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])))


def by_month(rows: Iterable[Why]) -> dict[Month, int]:
    """All together, from the first month to the last that has any."""
    totals: dict[Month, int] = {}
    for one in rows:
        totals[one.month] = totals.get(one.month, 0) + one.count
    return dict(sorted(totals.items(), key=lambda pair: pair[0].number))


def _of_filings(filings: Any, first: date, last: date) -> Iterator[Why]:
    """A value or a village's filing as a whole counts once."""
    begin, end = _midnight(first), _midnight(last + timedelta(days=1))
    rows = filings.filter(returned_at__gte=begin, returned_at__lt=end).order_by()
    names = (
        "month", "filing__village__township__code", "filing__village__township__name", "reason"
    )  # fmt: skip
    counted = rows.annotate(month=TruncMonth("returned_at")).values_list(*names)
    for month, code, name, reason, count in counted.annotate(count=Count("pk")):
        label = str(ReturnReason(reason).label)
        yield Why(FILING, Month(month.year, month.month), code, name, reason, label, count)


def _of_orders(parts: Any, first: date, last: date) -> Iterator[Why]:
    rows = OrderEvent.objects.filter(unit__in=parts, step=RETURN.key, on__range=(first, last))
    names = ("month", "county_code", "unit__unit_code", "unit__unit_name", "reason")
    counted = rows.order_by().annotate(month=TruncMonth("on")).values_list(*names)
    keys = _keys()
    for month, county, code, name, reason, count in counted.annotate(count=Count("pk")):
        key = keys.get((county, reason), "")
        yield Why(ORDER, Month(month.year, month.month), code, name, key, reason, count)


def _keys() -> dict[tuple[str, str], str]:
    """The newest word of each name, by county. One query."""
    rows = CaseWord.objects.filter(use=WordUse.RETURN).order_by("valid_from", "pk")
    told = rows.values_list("county_code", "name", "uid")
    return {(county, name): uid for county, name, uid in told}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
