"""The parts of a figure's formula, each with the frozen rows that count in it. Pure."""

from dataclasses import dataclass

from rectification.reports.content import Cell, Fold, Item, ReportContent, Table
from rectification.reports.formula_words import fold_words, name_of
from rectification.reports.readable import rows_inside
from villages.common.scope import Scope

_ALL = Scope.all()
# Columns by which a reader recognises a village; of its many others only those are shown that the
# formula uses. Tables of their own are shown whole.
_KNOWN_BY = ("code", "township", "village")
_WIDE = "villages"


@dataclass(frozen=True)
class Part:
    """One count or sum of a formula: its name in the words (甲), what it does, its value, and the
    rows that are counted in. `column` is the place of the summed column among `keys`, None where
    rows are counted. `hidden` rows are counted in too and lie outside of the reader's territory."""

    name: str
    words: str
    how: str
    value: str | None
    table: str
    title: str
    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    column: int | None
    hidden: int = 0


def parts_of(content: ReportContent, item: Item, scope: Scope | None = None) -> tuple[Part, ...]:
    """The parts of its formula with their rows; none for a gap without a formula."""
    if item.formula is None:
        return ()
    values = item.formula.parts(content.base_of)
    folds = enumerate(zip(item.formula.folds, values, strict=True))
    return tuple(
        _part(content, fold, name_of(place), None if value is None else str(value), scope)
        for place, (fold, value) in folds
    )


def _part(
    content: ReportContent, fold: Fold, name: str, value: str | None, scope: Scope | None
) -> Part:
    table = content.base_of[fold.table]
    shown = [table.place(key) for key in _shown(table, fold)]
    keys = tuple(table.keys[place] for place in shown)
    counted = fold.rows(content.base_of)
    seen = rows_inside(table, counted, scope or _ALL, content.county_code)
    rows = tuple(tuple(row[place] for place in shown) for row in seen)
    words = fold_words(fold, content.base_of)
    headers = tuple(table.headers[place] for place in shown)
    column = keys.index(fold.column) if fold.column else None
    return Part(
        name, words, fold.how, value, table.key, table.title, keys, headers, rows, column,
        len(counted) - len(rows),
    )  # fmt: skip


def _shown(table: Table, fold: Fold) -> list[str]:
    """Which columns a reader needs, in the order of the table."""
    used = {fold.column, *(one.column for one in fold.where)}
    wide = table.key == _WIDE
    return [key for key in table.keys if not wide or key in used or key in _KNOWN_BY]
