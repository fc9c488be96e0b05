"""Numbers from frozen rows: conditions, counts, sums. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from rectification.reports.content.cells import Cell, Table

Tables = Mapping[str, Table]
Number = int | Decimal | Fraction


@dataclass(frozen=True)
class Where:
    """A condition on one column. `how` is eq, ne, in, ge, gt, lt, known or unknown; an unknown
    cell fulfils `unknown` and `ne` alone."""

    column: str
    how: str = "eq"
    value: Any = None

    def holds(self, cell: Cell) -> bool:
        """Whether a cell is meant."""
        if self.how in ("known", "unknown"):
            return (cell is not None) == (self.how == "known")
        if self.how == "ne":
            return bool(cell != self.value)
        return cell is not None and _holds(self.how, cell, self.value)


def _holds(how: str, cell: str | int, value: Any) -> bool:
    if how == "eq":
        return bool(cell == value)
    if how == "in":
        return cell in value
    if how == "gt":
        return Fraction(cell) > Fraction(value)
    return (Fraction(cell) >= Fraction(value)) == (how == "ge")


@dataclass(frozen=True)
class Fold:
    """A number from the rows of a base table that fulfil all conditions: `count` of rows, `sum`
    of a column, `distinct` values of a column, or its `max`. Unknown cells are in none of them."""

    table: str
    how: str = "count"
    column: str = ""
    where: tuple[Where, ...] = ()

    def rows(self, tables: Tables) -> list[tuple[Cell, ...]]:
        """The rows that are counted in."""
        table = tables[self.table]
        tests = [(table.place(one.column), one) for one in self.where]
        found = [row for row in self._near(table) if all(one.holds(row[at]) for at, one in tests)]
        if not self.column:
            return found
        place = table.place(self.column)
        return [row for row in found if row[place] is not None]

    def _near(self, table: Table) -> Iterable[tuple[Cell, ...]]:
        """The rows of the township that is asked for, else all."""
        for one in self.where:
            if (one.column, one.how) == ("township_code", "eq"):
                return table.by_township.get(one.value, ())
        return table.rows

    def value(self, tables: Tables) -> Fraction | None:
        """The number; None for the sum or greatest of no row at all."""
        rows = self.rows(tables)
        if self.how == "count":
            return Fraction(len(rows))
        place = tables[self.table].place(self.column)
        cells = [row[place] for row in rows]
        if self.how == "distinct":
            return Fraction(len(set(cells)))
        numbers = [Fraction(cell) for cell in cells if cell is not None]
        if not numbers:
            return None
        return max(numbers) if self.how == "max" else sum(numbers, Fraction(0))

    def narrowed(self, *more: Where) -> "Fold":
        """The same under further conditions."""
        return replace(self, where=(*self.where, *more))


def fold_from(stored: Mapping[str, Any]) -> Fold:
    """The fold again, from JSON."""
    conditions = tuple(_where(one) for one in stored["where"])
    return Fold(**{**stored, "where": conditions})


def _where(stored: Mapping[str, Any]) -> Where:
    value = stored["value"]
    return Where(
        stored["column"], stored["how"], tuple(value) if isinstance(value, list) else value
    )
