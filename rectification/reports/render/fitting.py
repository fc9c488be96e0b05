"""How a table fits on its page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rectification.reports.content import Cell

UPRIGHT, ACROSS = 8845, 12757  # the type area in twips: 156 and 225 mm
MARGIN = 50
_HALVES = (21, 18, 15)
_NAME = 8
_HEAD = 6
_MOST = 80
# Tenths of a twip that a half-width letter takes for each half point of size: 50 in Chinese
# fonts, more in those that stand in for them.
_WIDTH = 65
_WORD = re.compile(r"[!-~]+")


@dataclass(frozen=True)
class Grid:
    """A table that is to be drawn: headers, weights of columns, rows; `total` says that the last
    row is a sum, `marked` that the last column holds numbers of figures."""

    headers: Sequence[str]
    weights: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    total: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Fit:
    """How a table fits: the sizes of its columns in twips, letters in half points, and whether
    it needs the page turned."""

    sizes: tuple[int, ...]
    half: int
    across: bool


def fitted(grid: Grid, *, turn: bool = True) -> Fit:
    """The largest letters with which no number and no short name breaks: upright where that
    goes, else with the page turned where that is allowed."""
    needs = _needs(grid)
    pages = [(UPRIGHT, half, False) for half in _HALVES[:2]]
    pages += [(ACROSS, half, True) for half in _HALVES] if turn else [(UPRIGHT, 15, False)]
    wishes = _wishes(grid, needs)
    for width, half, across in pages:
        least = [need * half * _WIDTH // 10 + 2 * MARGIN for need in needs]
        if sum(least) <= width:
            return Fit(_shared(least, wishes, width), half, across)
    width, half, across = pages[-1]
    return Fit(_shared([0] * len(needs), needs, width), half, across)


def _wishes(grid: Grid, needs: Sequence[int]) -> list[int]:
    """What is left over goes to the columns whose text would fill it, else by weight."""
    columns = zip(*grid.rows, strict=True) if grid.rows else ((),) * len(needs)
    longest = [
        max(map(_units, {header, *(str(cell or "") for cell in cells)}))
        for header, cells in zip(grid.headers, columns, strict=True)
    ]
    more = [max(0, min(_MOST, long) - need) for long, need in zip(longest, needs, strict=True)]
    return more if any(more) else list(grid.weights)


def _needs(grid: Grid) -> list[int]:
    """How many half-width letters each column needs at least."""
    columns = zip(*grid.rows, strict=True) if grid.rows else ((),) * len(grid.headers)
    return [
        max(min(_HEAD, 2 * len(header)), _longest(header), *map(_least, set(cells)))
        for header, cells in zip(grid.headers, columns, strict=True)
    ]


def _longest(text: str) -> int:
    return max((len(word) for word in _WORD.findall(text)), default=0)


def _least(cell: Cell) -> int:
    """Names of up to four characters and all numbers stay whole."""
    text = "" if cell is None else str(cell)
    return max(_longest(text), min(_NAME, _units(text)))


def _units(text: str) -> int:
    return sum(1 if one.isascii() else 2 for one in text)


def _shared(least: Sequence[int], weights: Sequence[int], width: int) -> tuple[int, ...]:
    rest, whole = width - sum(least), max(1, sum(weights))
    sizes = [one + rest * weight // whole for one, weight in zip(least, weights, strict=True)]
    sizes[-1] += width - sum(sizes)
    return tuple(sizes)
