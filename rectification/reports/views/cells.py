"""Frozen cells as a page shows them: codes in words, fen as yuan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rectification.reports.cell_words import words_of
from rectification.reports.content import Cell
from rectification.reports.tracing import Part
from villages.common.money import yuan_text

_FEN = "_fen"


@dataclass(frozen=True)
class Head:
    """A column: its header, and whether numbers stand in it."""

    text: str
    number: bool


@dataclass(frozen=True)
class Shown:
    """A cell in words, and whether it is a number."""

    text: str
    number: bool


def heads(part: Part) -> list[Head]:
    """The headers; a column is one of numbers where each of its cells is one."""
    columns: list[tuple[Cell, ...]] = list(zip(*part.rows, strict=True)) or [()] * len(part.keys)
    return [
        Head(f"{header}(元)" if key.endswith(_FEN) else header, _is_numeric(part, place, column))
        for place, (key, header, column) in enumerate(
            zip(part.keys, part.headers, columns, strict=True)
        )
    ]


def lines(part: Part, rows: Iterable[tuple[Cell, ...]]) -> Iterator[list[Shown]]:
    """Rows of a part in words."""
    for row in rows:
        yield [shown(part, place, cell) for place, cell in enumerate(row)]


def shown(part: Part, place: int, cell: Cell) -> Shown:
    """A cell in words; nothing known is a dash."""
    if cell is None or cell == "":
        return Shown("—", False)
    found = _words(part, place).get(cell)
    if found is not None:
        return Shown(found, False)
    if isinstance(cell, int):
        return Shown(yuan_text(cell) if part.keys[place].endswith(_FEN) else f"{cell}", True)
    return Shown(cell, False)


def _words(part: Part, place: int) -> dict[Cell, str]:
    """A column that is summed stays one of numbers."""
    return {} if place == part.column else words_of(part.table, part.keys[place])


def _is_numeric(part: Part, place: int, column: Iterable[Cell]) -> bool:
    known = [one for one in column if one is not None]
    whole = bool(known) and all(isinstance(one, int) for one in known)
    return whole and not _words(part, place)
