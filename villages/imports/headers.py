"""Which column of a sheet is which, by the words in its heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from villages.imports.declaring import SheetColumn
from villages.imports.header_words import COMMON, corner_unit, is_aside, loose, tidy, unit_in
from villages.imports.reading.run import Sheet

_MOST_HEADER_ROWS, _SEARCHED_ROWS = 3, 30
# From here on two headers are the same but for a slip; the reader is told which one was taken.
_SURE, _NEAR = 91, 78
_MONEY = frozenset({"元", "千元", "万元", "亿元"})


@dataclass(frozen=True)
class Unknown:
    """A header nobody knows: its column, its words, the columns it may mean."""

    column: int
    words: str
    maybe: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guess:
    """A header that was taken for a column because it is nearly the same."""

    column: int
    words: str
    key: str


@dataclass(frozen=True)
class Heading:
    """Where the data begin and which sheet column holds which declared column."""

    first_row: int
    columns: Mapping[str, int]
    units: Mapping[str, str]
    unknown: tuple[Unknown, ...] = ()
    missing: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    texts: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class _Candidate:
    """Rows that may be the heading: columns by their words, headers left open, guesses."""

    first_row: int
    stacks: list[tuple[str, ...]]
    columns: dict[str, int]
    open: dict[int, tuple[str, ...]]
    guesses: list[Guess]


class Headings:
    """Finds headings of one kind of sheet, with what the county answered before.

    `remembered` maps tidy header words to column keys, or to "" for columns to be ignored.
    """

    def __init__(self, columns: tuple[SheetColumn, ...], remembered: Mapping[str, str]) -> None:
        self.columns = {one.key: one for one in columns}
        self.remembered = remembered
        words = [(word, one.key) for one in columns for word in (one.header, *one.synonyms)]
        self.names = {tidy(word): key for word, key in reversed(words)}
        self.loose_names = {loose(word): key for word, key in reversed(words)}
        self.required = {one.key for one in columns if one.required}
        self._near: dict[str, str] = {}

    def find(self, sheet: Sheet, least: int = 2) -> Heading | None:
        """The best heading within the first rows: most required columns, then most columns.

        Below `least` known columns a row is no heading.
        """
        rows = _spread(sheet)
        best: tuple[tuple[int, int, int, int], _Candidate] | None = None
        for top in range(min(_SEARCHED_ROWS, len(rows))):
            for height in range(1, min(_MOST_HEADER_ROWS, len(rows) - top) + 1):
                candidate = self._candidate(rows, top, height)
                found = set(candidate.columns)
                rank = len(found & self.required), len(found), -top - height, -height
                enough = len(found) >= min(least, len(self.columns))
                if enough and (best is None or rank > best[0]):
                    best = rank, candidate
        return self._heading(sheet, best[1]) if best else None

    def _candidate(self, rows: list[list[Any]], top: int, height: int) -> "_Candidate":
        stacks = [_stack(rows[top : top + height], index) for index in range(len(rows[top]))]
        found, open_ = self._exact(stacks)
        guesses = self._guesses(open_, found)
        found |= {one.key: one.column for one in guesses}
        return _Candidate(top + height, stacks, found, open_, guesses)

    def _heading(self, sheet: Sheet, one: "_Candidate") -> Heading:
        """The candidate in full: units, and what the unknown headers may mean."""
        guessed = {guess.column for guess in one.guesses}
        corner = corner_unit(sheet.rows[: one.first_row])
        return Heading(
            first_row=one.first_row,
            columns=one.columns,
            units={key: self._unit(key, one.stacks[n], corner) for key, n in one.columns.items()},
            unknown=tuple(
                self._unknown(index, words, one.columns)
                for index, words in one.open.items()
                if index not in guessed
            ),
            missing=tuple(key for key in self.columns if key in self.required - set(one.columns)),
            guesses=tuple(one.guesses),
            texts=frozenset(tidy(word) for stack in one.stacks for word in stack),
        )

    def _exact(
        self, stacks: list[tuple[str, ...]]
    ) -> tuple[dict[str, int], dict[int, tuple[str, ...]]]:
        """Columns known by their words, and headers that are not; the first of two wins."""
        found: dict[str, int] = {}
        unknown: dict[int, tuple[str, ...]] = {}
        for index, stack in enumerate(stacks):
            key = self._meaning(stack)
            if key is None:
                unknown[index] = stack
            elif key and key not in found:
                found[key] = index
        return found, unknown

    def _meaning(self, stack: tuple[str, ...]) -> str | None:
        """A column key, "" for a header that is known to mean nothing, None for an unknown one."""
        if not stack:
            return ""
        for words in ("".join(stack), stack[-1]):
            plain = tidy(words)
            if plain in self.remembered:
                return self.remembered[plain]
            if plain in self.names and self._fits(stack, self.names[plain]):
                return self.names[plain]
        aside = {tidy(word) for word in stack} & COMMON or is_aside(stack[-1])
        return "" if aside else None

    def _fits(self, stack: tuple[str, ...], key: str) -> bool:
        """A sub-header such as 其中：女 counts only under its heading."""
        under = self.columns.get(key).under if key in self.columns else ()  # type: ignore[union-attr]
        return not under or any(tidy(word) in map(tidy, under) for word in stack[:-1])

    def _guesses(
        self, unknown: Mapping[int, tuple[str, ...]], found: Mapping[str, int]
    ) -> list[Guess]:
        guesses: dict[str, Guess] = {}
        for index, stack in unknown.items():
            key = self._nearly(stack[-1])
            if key and key not in found and key not in guesses and self._fits(stack, key):
                guesses[key] = Guess(index, " / ".join(stack), key)
        return list(guesses.values())

    def _nearly(self, word: str) -> str:
        """The column that a word means but for an ornament or one letter; "" if unsure."""
        if word not in self._near:
            self._near[word] = self._nearest(word)
        return self._near[word]

    def _nearest(self, word: str) -> str:
        bare = loose(word)
        if bare in self.loose_names:
            return self.loose_names[bare]
        near = process.extract(
            tidy(word), list(self.names), scorer=fuzz.ratio, score_cutoff=_SURE, limit=3
        )
        sure = {self.names[match[0]] for match in near if match[1] >= _SURE}
        return sure.pop() if len(sure) == 1 else ""

    def _unknown(self, index: int, stack: tuple[str, ...], found: Mapping[str, int]) -> Unknown:
        near = process.extract(
            tidy(stack[-1]), list(self.names), scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=3
        )
        maybe = dict.fromkeys(self.names[match[0]] for match in near)
        return Unknown(index, " / ".join(stack), tuple(key for key in maybe if key not in found))

    def _unit(self, key: str, stack: tuple[str, ...], corner: str) -> str:
        """The unit in the header's brackets; the corner's unit where the column is money."""
        named = [unit for word in reversed(stack) if (unit := unit_in(word))]
        if named:
            return named[0]
        return corner if self.columns[key].unit in _MONEY else ""


def _spread(sheet: Sheet) -> list[list[Any]]:
    """The first rows with merged headings written into every cell they cover."""
    rows = [list(row) for row in sheet.rows[: _SEARCHED_ROWS + _MOST_HEADER_ROWS]]
    width = max((len(row) for row in rows), default=0)
    for row in rows:
        row.extend([None] * (width - len(row)))
    for top, left, bottom, right in sheet.merged:
        if top < len(rows) and left < width:
            value = rows[top][left]
            for r in range(top, min(bottom, len(rows) - 1) + 1):
                for c in range(left, min(right, width - 1) + 1):
                    rows[r][c] = value
    return rows


def _stack(block: list[list[Any]], index: int) -> tuple[str, ...]:
    """The words above a column, from top to bottom, each once."""
    words = [str(row[index]).strip() for row in block if row[index] is not None]
    return tuple(dict.fromkeys(word for word in words if word))
