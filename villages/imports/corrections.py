"""Cells that a person corrected on the page: laid over the file before it is checked."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from villages.imports.findings import Fault, Mend
from villages.imports.reading.run import Book, Sheet

# By sheet, then by address ("C7"): what the person wrote instead.
Corrections = Mapping[str, Mapping[str, str]]
BY_HAND = "by_hand"
_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")


def corrected(book: Book, corrections: Corrections) -> tuple[Book, list[Mend]]:
    """The book as if the corrections stood in it, and one repair for each; the file itself
    stays as it was sent."""
    mends: list[Mend] = []
    sheets = []
    for sheet in book.sheets:
        if cells := corrections.get(sheet.name):
            mends += [_mend(sheet, address, text) for address, text in cells.items()]
            sheet = _laid_over(sheet, cells)
        sheets.append(sheet)
    return replace(book, sheets=sheets), mends


def place_of(address: str) -> tuple[str, int]:
    """("C", 7) of "C7". Raises ValueError for anything else."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(address)
    return found[1], int(found[2])


def _index(letters: str) -> int:
    """A is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def as_written(
    book: Book, faults: list[Fault], letters: Mapping[str, Collection[str]]
) -> list[Fault]:
    """The same faults with what stands in their cells, not what it was read as, in these columns
    of each sheet: those of numbers, where a unit may lie between the two."""
    sheets = {one.name: one for one in book.sheets}
    return [
        replace(one, value=_shown(sheets[one.sheet], one))
        if one.row and one.column in letters.get(one.sheet, ())
        else one
        for one in faults
    ]


def _shown(sheet: Sheet, fault: Fault) -> str:
    content = _content(sheet, fault.row - 1, _index(fault.column))
    return _words(content) if content is not None else fault.value


def _content(sheet: Sheet, row: int, column: int) -> Any:
    if row >= len(sheet.rows) or column >= len(sheet.rows[row]):
        return None
    return sheet.rows[row][column]


def _words(content: Any) -> str:
    text = content.isoformat() if hasattr(content, "isoformat") else str(content)
    return text[:60]


def _mend(sheet: Sheet, address: str, text: str) -> Mend:
    letters, row = place_of(address)
    old = _content(sheet, row - 1, _index(letters))
    return Mend(sheet.name, row, letters, "" if old is None else _words(old), text, (BY_HAND,))


def _laid_over(sheet: Sheet, cells: Mapping[str, str]) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    merged = sheet.merged
    for address, text in sorted(cells.items(), key=lambda one: place_of(one[0])[1]):
        letters, number = place_of(address)
        row, column = number - 1, _index(letters)
        merged = _split(rows, merged, row, column)
        if row < len(rows):
            rows[row].extend([None] * (column + 1 - len(rows[row])))
            rows[row][column] = text or None
    formulas = sheet.formulas_without_value - set(cells)
    return replace(sheet, rows=rows, merged=merged, formulas_without_value=formulas)


def _split(
    rows: list[list[Any]], merged: list[tuple[int, int, int, int]], row: int, column: int
) -> list[tuple[int, int, int, int]]:
    """A cell inside a merged range gets a value of its own: the others keep the common one.

    The first cell of a range speaks for all of it, as it does in the file.
    """
    kept = []
    for area in merged:
        top, left, bottom, right = area
        inside = left == right == column and top < row <= bottom
        if inside and top < len(rows) and left < len(rows[top]):
            for index in range(top + 1, min(bottom, len(rows) - 1) + 1):
                rows[index].extend([None] * (left + 1 - len(rows[index])))
                rows[index][left] = rows[top][left]
        else:
            kept.append(area)
    return kept
