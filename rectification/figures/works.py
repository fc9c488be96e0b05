"""What was done for villages (办实事): sums by kind and place. The one definition of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum

from rectification.models import WorkDone
from villages.common.scope import Scope

DEFINITION = "本年批次整顿村登记的实事数量按种类相加,单位由词表规定;已撤销的整顿不计。"
# By which lookups a place is named: its code and its name.
TOWNSHIP = ("village__township__code", "village__township__name")
VILLAGE = ("village__code", "village__name")
_KIND = ("kind__uid", "kind__name", "kind__unit", "kind__line")


@dataclass(frozen=True)
class WorkSum:
    """The sum of one kind, of all places or of one; `line` is the line of work of the kind."""

    key: str
    kind: str
    unit: str
    line: str
    quantity: Decimal
    works: int
    villages: int
    households: int | None
    code: str = ""
    name: str = ""

    @property
    def text(self) -> str:
        """The quantity without needless zeros: 42, 3.5."""
        return plain_number(self.quantity)


def works_of(
    scope: Scope | None, county: str, year: int, since: date | None = None,
    until: date | None = None,
) -> Any:  # fmt: skip
    """The rows behind every sum: works of one year's batch, done in a span of days if given."""
    rows = WorkDone.objects.in_scope(scope).in_county(county).of_year(year)
    rows = rows.filter(done_on__gte=since) if since else rows
    return rows.filter(done_on__lte=until) if until else rows


def by_kind(rows: Any) -> tuple[WorkSum, ...]:
    """Sums by kind, in the order of the county's words. One query."""
    return tuple(_sums(rows, ()))


def by_place(rows: Any, place: tuple[str, str]) -> tuple[WorkSum, ...]:
    """Sums by township or village, and kind. One query."""
    return tuple(_sums(rows, place))


def _sums(rows: Any, place: tuple[str, ...]) -> Iterable[WorkSum]:
    found = rows.order_by().values_list(*place, *_KIND).annotate(
        Sum("quantity"), Count("pk"), Count("village", distinct=True), Sum("households")
    )  # fmt: skip
    for row in found.order_by(*place[:1], "kind__position", "kind__name"):
        yield WorkSum(*row[len(place) :], *row[: len(place)])


def plain_number(number: Decimal) -> str:
    """A quantity as people write it."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
