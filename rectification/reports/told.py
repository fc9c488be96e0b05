"""What one topic adds to a report, and what it may look at when it speaks.

A topic (`topics/*.py`) reads its app's figures once and gives a `Told`: columns of the table of
villages and tables of its own (the frozen rows), then, from these rows, figures, sentences,
problems, tables. Order of work: rows → `items` → figures of townships → `later` → words.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Cell,
    Chart,
    Item,
    Line,
    Paragraph,
    Problem,
    Table,
)


@dataclass(frozen=True)
class Column:
    """A column of the table of villages: its header, and its cell by village code. A village
    without a cell is unknown."""

    header: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Known:
    """Everything frozen so far: what was asked, the frozen rows, the figures by code."""

    asked: Asked
    tables: Mapping[str, Table]
    items: Mapping[str, Item]

    def has(self, *codes: str) -> bool:
        """Whether all these figures have a number."""
        return all(code in self.items and self.items[code].value is not None for code in codes)

    def some(self, *codes: str) -> bool:
        """Whether all these figures have a number other than zero."""
        return self.has(*codes) and all(self.items[code].number for code in codes)

    def of(self, code: str, unit: str) -> Item | None:
        """A figure of one township."""
        return self.items.get(f"{code}.{unit}")

    def where(self, column: str, value: Cell = 1) -> list[str]:
        """Codes of the villages whose column holds this value, in order."""
        table = self.tables["villages"]
        at, code = table.place(column), table.place("code")
        return [str(row[code]) for row in table.rows if row[at] == value]


@dataclass(frozen=True)
class Later:
    """Rows and figures that rest on figures of townships: ranks, grades, sums of months."""

    bases: tuple[Table, ...] = ()
    items: tuple[Item, ...] = ()


def _nothing(_known: Any) -> Iterable[Any]:
    return ()


def _no_later(_known: Any) -> Later:
    return Later()


@dataclass(frozen=True)
class Told:
    """What a topic adds. `per_township` are codes of figures that every township gets too;
    `front` speaks on page one about gaps and bounds; `tasks` are requirements for next month."""

    key: str
    columns: Mapping[str, Column] = field(default_factory=dict)
    bases: tuple[Table, ...] = ()
    items: Callable[[Mapping[str, Table]], Iterable[Item]] = _nothing
    per_township: tuple[str, ...] = ()
    later: Callable[[Known], Later] = _no_later
    paragraphs: Callable[[Known], Iterable[Paragraph]] = _nothing
    front: Callable[[Known], Iterable[Line]] = _nothing
    practices: Callable[[Known], Iterable[Line]] = _nothing
    problems: Callable[[Known], Iterable[Problem]] = _nothing
    tasks: Callable[[Known], Iterable[Line]] = _nothing
    tables: Callable[[Known], Iterable[Table]] = _nothing
    charts: Callable[[Known], Iterable[Chart]] = _nothing
    facts: Mapping[str, Any] = field(default_factory=dict)


Topic = Callable[[Asked], Told]


def paragraph(heading: str, lines: Iterable[Line]) -> Iterable[Paragraph]:
    """A paragraph, unless it has nothing to say."""
    said = tuple(lines)
    if said:
        yield Paragraph(heading, said)
