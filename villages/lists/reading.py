"""Reading a page of rows: order, count, totals, window - one statement each."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, F, Model, OrderBy, QuerySet, Sum

from villages.common.columns import Column, ListSpec

COUNTED = 10_000


@dataclass(frozen=True)
class Window:
    """One page of rows, as dicts of `values()`.

    `count` is exact up to 10,000 and, with totals, always; beyond that `more` says that there
    are more. `totals` holds the sums by column key, over all matching rows.
    """

    rows: list[dict[str, Any]]
    count: int
    more: bool
    page: int
    size: int
    totals: dict[str, Any] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The number of the first row shown, 0 without rows."""
        return (self.page - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def has_next(self) -> bool:
        """Whether rows follow; paging ends where counting ends."""
        return self.last < min(self.count, COUNTED)


def read_window(
    rows: QuerySet[Any], spec: ListSpec, columns: tuple[Column, ...], page: int, size: int
) -> Window:
    """The page asked for, or the last one where it lies beyond the end. `rows` are ordered."""
    count, more, totals = _measure(rows, columns)
    page = min(page, max(-(-min(count, COUNTED) // size), 1))
    begin = (page - 1) * size
    found = list(values(rows, spec, columns)[begin : begin + size]) if count else []
    return Window(found, count, more, page, size, totals)


def values(rows: QuerySet[Any], spec: ListSpec, columns: tuple[Column, ...]) -> QuerySet[Any]:
    """The rows as dicts with exactly what the shown columns, links and identity need."""
    paths = [path for column in columns for path in column.reads]
    extra = [spec.identity, spec.row_arg] if spec.row_url else [spec.identity]
    return rows.values(*dict.fromkeys(filter(None, [*paths, *spec.needs, *extra])))


def totals_of(rows: QuerySet[Any], columns: tuple[Column, ...]) -> dict[str, Any]:
    """The sums of the columns that ask for one, over all these rows. One statement."""
    sums = {f"total_{one.key}": Sum(one.source) for one in columns if one.total}
    found = rows.order_by().aggregate(**sums) if sums else {}
    return {key.removeprefix("total_"): value for key, value in found.items()}


def _measure(rows: QuerySet[Any], columns: tuple[Column, ...]) -> tuple[int, bool, dict[str, Any]]:
    sums = {f"total_{one.key}": Sum(one.source) for one in columns if one.total}
    if not sums:
        count = rows.order_by()[: COUNTED + 1].count()
        return min(count, COUNTED), count > COUNTED, {}
    found = rows.order_by().aggregate(rows_counted=Count("pk"), **sums)
    count = found.pop("rows_counted")
    return count, False, {key.removeprefix("total_"): value for key, value in found.items()}


def ordered(rows: QuerySet[Any], spec: ListSpec, sort: str) -> QuerySet[Any]:
    """A total order: the asked column, then the declared order, then the identity.

    Empty values stand last in both directions, on every database.
    """
    asked = [_expression(rows.model, spec.column(sort.removeprefix("-")), sort)] if sort else []
    return rows.order_by(*asked, *spec.order, spec.identity)


def _expression(model: type[Model], column: Column, sort: str) -> OrderBy | str:
    down = sort.startswith("-")
    if not _may_be_empty(model, column.source):
        return f"-{column.source}" if down else column.source
    field_ = F(column.source)
    return field_.desc(nulls_last=True) if down else field_.asc(nulls_last=True)


def _may_be_empty(model: Any, path: str) -> bool:
    """Whether the lookup can give no value; annotations and unknown paths can."""
    for part in path.split("__"):
        try:
            found = model._meta.get_field(part)
        except (FieldDoesNotExist, AttributeError):
            return True
        if getattr(found, "null", True):
            return True
        model = getattr(found, "related_model", None)
    return False
