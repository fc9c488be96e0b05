"""What statements over ranges of months say about single months. Pure.

A statement gives the sum of its months and nothing of each. Statements may lie inside each other
or overlap: the sum of a range is known exactly when it follows from them by adding and taking
away. So nothing counts twice, and the inner months of a first cumulative statement stay unknown.
Where statements disagree, those from January hold, then those that end earlier; the others are
conflicts and count nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from villages.common.periods import Month


@dataclass(frozen=True)
class Statement:
    """The sum of the months `first` to `last` (numbers such as 202610), in fen."""

    first: int
    last: int
    fen: int


@dataclass
class Accumulated:
    """Everything that follows from a set of statements.

    Between two months stands a mark; a statement tells how far its end lies above its beginning.
    Marks that hang together have a known height over the root of their group.
    """

    conflicts: list[Statement] = field(default_factory=list)
    _above: dict[int, tuple[int, int]] = field(default_factory=dict)

    def between(self, first: Month, last: Month) -> int | None:
        """The sum of these months, both inclusive; None where it does not follow."""
        start, low = self._root(_mark(first.number))
        end, high = self._root(_mark(last.number) + 1)
        return high - low if start == end else None

    def month(self, month: Month) -> int | None:
        """What this one month brought; None where it does not follow."""
        return self.between(month, month)

    def add(self, one: Statement) -> None:
        """Takes in one more statement, or notes that it contradicts what is known."""
        start, low = self._root(_mark(one.first))
        end, high = self._root(_mark(one.last) + 1)
        if start != end:
            self._above[end] = start, low + one.fen - high
        elif high - low != one.fen:
            self.conflicts.append(one)

    def _root(self, mark: int) -> tuple[int, int]:
        """The root of the group of a mark, and the mark's height over it."""
        height = 0
        while mark in self._above:
            mark, step = self._above[mark]
            height += step
        return mark, height


def accumulate(statements: Iterable[Statement]) -> Accumulated:
    """All statements of one kind of one village put together, in the order of their weight."""
    found = Accumulated()
    for one in sorted(statements, key=_weight):
        found.add(one)
    return found


def _weight(one: Statement) -> tuple[bool, int, int]:
    return one.first % 100 != 1, one.last, -one.first


def _mark(number: int) -> int:
    """The mark before a month: months counted from year nought."""
    return number // 100 * 12 + number % 100 - 1
