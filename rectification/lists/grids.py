"""A list as cells: beside each other on a page, merged per case in a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl.utils import get_column_letter

from rectification.lists.columns import PaperColumn, PaperList
from rectification.lists.reading import Block
from villages.common.columns import Kind
from villages.lists.sheets import Sheet
from villages.lists.sheets.shape import Value

EMPTY = "—"


@dataclass(frozen=True)
class PageCell:
    """One cell of the page: its words, over how many lines it goes, and how it looks."""

    text: str
    lines: int = 1
    classes: str = ""


def page_rows(
    listed: PaperList, blocks: Sequence[Block], *, spanning: bool = False
) -> Iterator[list[PageCell]]:
    """The lines of the page. What is said once of a case stands in its first line: on paper it
    goes over all of them, on screen the others are empty, so that a copied table keeps its shape.
    """
    for block in blocks:
        for place, line in enumerate(_values(listed, block)):
            yield [
                _cell(one, value, len(block.lines) if spanning else 0, follows=place > 0)
                for one, value in zip(listed.columns, line, strict=True)
                if place == 0 or not (spanning and one.once)
            ]


def _cell(one: PaperColumn, value: Value, lines: int, *, follows: bool) -> PageCell:
    """`lines` is 0 on screen; paper has no room for words that may not break."""
    short = one.once or one.kind is Kind.DATE
    classes = "num" if one.kind is Kind.INTEGER else "nowrap" if short and not lines else ""
    text = "" if one.once and follows else _text(value)
    return PageCell(text, lines or 1 if one.once else 1, classes)


def sheet_of(
    listed: PaperList, blocks: Sequence[Block], *, title: str, dated: str, notes: Sequence[str]
) -> Sheet:
    """Title, day, header, lines; the cells of a case are merged as on the county's own sheet."""
    rows = [line for block in blocks for line in _values(listed, block)]
    first = len(_PREAMBLE) + 2
    return Sheet(
        title=str(listed.title),
        columns=[one.sheet_column() for one in listed.columns],
        rows=rows,
        preamble=[[title], [dated]],
        notes=list(notes),
        merged=[_title_range(listed), *_merged(listed, blocks, first)],
    )


_PREAMBLE = ("title", "day")


def _title_range(listed: PaperList) -> str:
    return f"A1:{get_column_letter(len(listed.columns))}1"


def _merged(listed: PaperList, blocks: Sequence[Block], first: int) -> Iterator[str]:
    for block in blocks:
        last = first + len(block.lines) - 1
        if last > first:
            for place, one in enumerate(listed.columns, 1):
                if one.once:
                    letter = get_column_letter(place)
                    yield f"{letter}{first}:{letter}{last}"
        first = last + 1


def _values(listed: PaperList, block: Block) -> Iterator[list[Value]]:
    """The lines; the first column is the number of the case, and once is once."""
    for place, line in enumerate(block.lines):
        head: Value = block.number if place == 0 else None
        rest = [None if one.once and place else one.value(line) for one in listed.columns[1:]]
        yield [head, *rest]


def _text(value: Value) -> str:
    if value is None:
        return EMPTY
    return value.isoformat() if isinstance(value, date) else str(value)


def dotted(day: date) -> str:
    """A day as the county's sheets write it."""
    return f"{day.year}.{day.month:02d}.{day.day:02d}"


def exported_rows(listed: PaperList, blocks: Sequence[Block]) -> list[list[Any]]:
    """What the trail keeps the digest of."""
    return [line for block in blocks for line in _values(listed, block)]
