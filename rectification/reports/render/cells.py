"""Tables of a report as sheets: numbers as numbers, money in yuan, codes in words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from rectification.reports.cell_words import word, words_of
from rectification.reports.content import Cell, ReportContent, Table
from rectification.reports.render.marks import of_row
from rectification.reports.snapshot import Snapshot
from villages.common.columns import Kind
from villages.common.money import yuan
from villages.lists.sheets import Sheet, SheetColumn
from villages.lists.sheets.shape import Value

_FEN, _FEN_HEADER = "_fen", "(分)"
_LONGEST_NUMBER = 15
_WIDE = {"code": 15, "township_code": 12, "township": 14, "village": 16}


def printed_sheet(snapshot: Snapshot, table: Table, preamble: list[list[Value]]) -> Sheet:
    """A table as it is printed, with the short code of each row's first figure."""
    codes = table.codes or ((),) * len(table.rows)
    content = snapshot.content
    rows: list[list[Value]] = [
        [*(_number(cell) for cell in row), _marks(snapshot, of)]
        for row, of in zip(table.rows, codes, strict=True)
    ]
    kinds = [_printed_kind(rows, place) for place in range(len(table.keys))]
    columns = [
        SheetColumn(header, kind, _width(rows, place), digits=2)
        for place, (header, kind) in enumerate(zip(table.headers, kinds, strict=True))
    ]
    total = rows.pop() if table.total and rows else None
    notes = [one for one in (table.note, content.note) if one]
    columns.append(SheetColumn("短码", width=14))
    return Sheet(table.title, columns, rows, preamble, total, notes)


def base_sheet(content: ReportContent, table: Table, preamble: list[list[Value]]) -> Sheet:
    """Frozen rows; sums of money below them."""
    kinds = [_base_kind(table, place) for place in range(len(table.keys))]
    columns = [
        SheetColumn(
            header.removesuffix(_FEN_HEADER), kind, _WIDE.get(key, 12),
            unit="元" if kind is Kind.YUAN else "",
        )
        for key, header, kind in zip(table.keys, table.headers, kinds, strict=True)
    ]  # fmt: skip
    rows = ([_value(table.key, *pair) for pair in zip(table.keys, row, strict=True)]
            for row in table.rows)  # fmt: skip
    notes = [content.note] if content.note else []
    return Sheet(table.title, columns, rows, preamble, _totals(table, kinds), notes)


def _marks(snapshot: Snapshot, codes: Sequence[str | None]) -> str:
    told = of_row(snapshot.content, codes)
    return f"{snapshot.code}-{told}" if told else ""


def _number(cell: Cell) -> Value:
    """What is printed as a number is one; shares with their base and dashes stay text."""
    text = "" if cell is None else str(cell)
    bare = text.removeprefix("-")
    if bare.isascii() and bare.replace(".", "", 1).isdigit() and len(bare) <= _LONGEST_NUMBER:
        return Decimal(text) if "." in text else int(text)
    return text


def _printed_kind(rows: Sequence[Sequence[Value]], place: int) -> Kind:
    cells = [row[place] for row in rows if row[place] not in ("", None, "—")]
    if not cells or any(isinstance(cell, str) for cell in cells):
        return Kind.TEXT
    return Kind.DECIMAL if any(isinstance(cell, Decimal) for cell in cells) else Kind.INTEGER


def _width(rows: Sequence[Sequence[Value]], place: int) -> int:
    longest = max((len(str(row[place] or "")) for row in rows), default=0)
    return min(60, max(8, longest * 2 if longest < 40 else 60))


def _base_kind(table: Table, place: int) -> Kind:
    key = table.keys[place]
    if key.endswith(_FEN):
        return Kind.YUAN
    if key == "code" or key.endswith("_code"):
        return Kind.CODE
    if words_of(table.key, key):
        return Kind.TEXT
    numbers = all(row[place] is None or isinstance(row[place], int) for row in table.rows)
    return Kind.INTEGER if numbers and table.rows else Kind.TEXT


def _value(table: str, key: str, cell: Cell) -> Value:
    """Yuan for fen, words for codes."""
    if cell is None:
        return None
    return yuan(int(cell)) if key.endswith(_FEN) else word(table, key, cell)


def _totals(table: Table, kinds: Sequence[Kind]) -> list[Any] | None:
    """The word 合计 and the sums of money; nothing where no column holds money."""
    if Kind.YUAN not in kinds or not table.rows:
        return None
    sums: list[Any] = [
        yuan(sum(int(row[place] or 0) for row in table.rows)) if kind is Kind.YUAN else None
        for place, kind in enumerate(kinds)
    ]
    return ["合计", *sums[1:]] if sums[0] is None else sums
