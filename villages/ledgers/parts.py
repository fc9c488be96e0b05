"""Rows of other ledgers on the page of a row: a small table each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.http import urlencode

from villages.common.columns import Column
from villages.ledgers.charts import Bars, bars_of
from villages.ledgers.columns import VILLAGE
from villages.ledgers.declaring import Ledger, Part, ledgers
from villages.ledgers.finding import address
from villages.ledgers.hubs import new_url
from villages.ledgers.tables import list_spec
from villages.lists.cells import EMPTY, reader, text_writer

MOST_ROWS, MOST_COLUMNS = 20, 8
_PLACE = (VILLAGE, "township", "village_code")


@dataclass(frozen=True)
class Cell:
    """One value; the first of a line leads to its row."""

    text: str
    number: bool
    href: str = ""
    label: Any = ""


@dataclass(frozen=True)
class PartTable:
    """The rows of one part, cut after twenty; `all_url` shows the rest."""

    title: Any
    heads: list[Column]
    lines: list[list[Cell]]
    count: int
    all_url: str
    new_url: str
    charts: list[Bars]
    empty: Any


def part_tables(ledger: Ledger, row: Any, user: Any, on: Any) -> Iterator[PartTable]:
    """The parts that this person may read. Two queries each, and one per chart."""
    for part in ledger.parts:
        other = ledgers()[part.ledger]
        if other.may_read(user):
            yield _table(part, other, row, user, on)


def _table(part: Part, other: Ledger, row: Any, user: Any, on: Any) -> PartTable:
    spec, heads = list_spec(other), _heads(part, other)
    rows = other.model.objects.visible_to(user).filter(**{part.through: row})
    rows = other.annotate(rows, on)
    paths = dict.fromkeys(["uid", *(path for one in heads for path in one.reads)])
    found = list(rows.order_by(*spec.order, "uid").values(*paths)[:MOST_ROWS])
    given = {part.through: row.uid, **({VILLAGE: row.village.code} if _both(other, row) else {})}
    new = new_url(other, user)
    return PartTable(
        title=part.title or other.title,
        heads=heads,
        lines=[_line(other, heads, one) for one in found],
        count=len(found) if len(found) < MOST_ROWS else rows.count(),
        all_url=f"{address(other)}?{urlencode({part.through: row.uid})}",
        new_url=f"{new}?{urlencode(given)}" if new else "",
        charts=bars_of(other, rows) if found and part.bars else [],
        empty=spec.empty,
    )


def _heads(part: Part, other: Ledger) -> list[Column]:
    """Its visible columns without what is the same in every line."""
    skipped = {part.through, *_PLACE}
    columns = [one for one in list_spec(other).columns if one.visible and one.key not in skipped]
    return columns[:MOST_COLUMNS]


def _both(other: Ledger, row: Any) -> bool:
    return other.about_village and hasattr(row, "village_id")


def _line(other: Ledger, heads: list[Column], values: dict[str, Any]) -> list[Cell]:
    cells = [Cell(_text(one, values), one.is_number, label=one.header) for one in heads]
    first = cells[0]
    return [Cell(first.text, first.number, address(other, "row", values["uid"])), *cells[1:]]


def _text(column: Column, values: dict[str, Any]) -> str:
    value = reader(column)(values)
    return EMPTY if value is None or value == "" else text_writer(column)(value)
