"""What of a report's frozen rows a reader may see: those of the own territory. Pure.

The paper itself goes to every township; the rows behind it hold all villages of the county.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rectification.reports.content import Cell, Item, ReportContent, Table
from villages.common.scope import Scope

Row = tuple[Cell, ...]
# Where a row says to which place it belongs, the narrowest first.
_PLACES = ("code", "village_code", "township_code", "unit_code")


def readable(content: ReportContent, scope: Scope) -> ReportContent:
    """The report with frozen rows and gaps of the territory alone; unchanged for whoever covers
    all of it."""
    if scope.covers(content.county_code):
        return content
    bases = tuple(
        replace(one, rows=tuple(rows_inside(one, one.rows, scope, content.county_code)))
        for one in content.bases
    )
    return replace(
        content, bases=bases, figures=tuple(_inside(one, scope) for one in content.figures)
    )


def _inside(item: Item, scope: Scope) -> Item:
    return replace(item, missing=missing_inside(item, scope))


def missing_inside(item: Item, scope: Scope) -> tuple[str, ...]:
    """Units that should have counted, as far as the reader's territory goes."""
    return tuple(one for one in item.missing if scope.covers(one))


def rows_inside(table: Table, rows: Iterable[Row], scope: Scope, county: str) -> Sequence[Row]:
    """Rows of the territory; of a table without places none, unless one covers the county."""
    if scope.covers(county):
        return list(rows)
    place = next((table.place(key) for key in _PLACES if key in table.keys), None)
    if place is None:
        return []
    return [row for row in rows if row[place] and scope.covers(str(row[place]))]
