"""Tables of plain cells: the frozen rows behind the figures, and the tables that are printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

# Whole numbers (money in fen), text (decimals as text, codes, names), None where nobody knows.
Cell = str | int | None


@dataclass(frozen=True)
class Table:
    """Keys and headers of columns, rows of plain cells.

    A base table holds the rows behind figures: one village, case, order … a row, always with
    `township_code` where a row has a place. A printed table names in `codes` the figure behind
    each cell (None: words), row by row; `annex` says that it is an attachment, `total` that its
    last row is the sum, `note` stands below.
    """

    key: str
    title: str
    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    codes: tuple[tuple[str | None, ...], ...] = ()
    annex: bool = False
    total: bool = False
    note: str = ""
    widths: tuple[int, ...] = field(default=())

    def place(self, key: str) -> int:
        """Where a column stands. Raises `KeyError`."""
        try:
            return self.keys.index(key)
        except ValueError:
            raise KeyError(f"{self.key} has no column {key}") from None

    def column(self, key: str) -> list[Cell]:
        """One column from top to bottom."""
        place = self.place(key)
        return [row[place] for row in self.rows]

    def cell(self, row: tuple[Cell, ...], key: str) -> Cell:
        """One cell of one of its rows."""
        return row[self.place(key)]

    @cached_property
    def by_township(self) -> Mapping[Cell, list[tuple[Cell, ...]]]:
        """Its rows by township, in their order: figures of townships ask for few of many rows.
        Raises `KeyError` where rows have no place."""
        place = self.place("township_code")
        found: dict[Cell, list[tuple[Cell, ...]]] = {}
        for row in self.rows:
            found.setdefault(row[place], []).append(row)
        return found

    @property
    def figure_codes(self) -> list[str]:
        """The figures that its cells state, row by row."""
        return [code for row in self.codes for code in row if code]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON. Its rows are plain already: they are handed out, not copied cell by cell."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Table":
        """The table again."""
        given = dict(stored)
        for name in ("keys", "headers", "widths"):
            given[name] = tuple(stored.get(name) or ())
        for name in ("rows", "codes"):
            given[name] = tuple(tuple(row) for row in stored.get(name) or ())
        return cls(**given)
