"""Excel workbooks, streamed, with the same bytes for the same rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl.utils import get_column_letter

from villages.lists.sheets.cells import cell_xml, text_xml
from villages.lists.sheets.shape import Sheet, SheetColumn, Value
from villages.lists.sheets.skeleton import Skeleton
from villages.lists.sheets.styles import Look, Styles

Row = Sequence[Value]
Cell = Callable[[int, Value], str]
_CHUNK = 500
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def write_xlsx(
    stream: BinaryIO, sheets: Sequence[Sheet], *, compressed: bool = True, locked: bool = False
) -> None:
    """Writes the sheets as one workbook; equal input gives equal bytes.

    Numbers are numbers, dates dates, everything else text: `=1+1` stays text. Numbers of more
    than 15 digits become text, because spreadsheets would round them. A4, the header repeated
    on every page. `compressed=False` keeps the bytes the same across versions of zlib too.
    `locked` keeps sheets from being removed, renamed or unhidden; there is no password, so
    whoever must can lift it.
    """
    skeleton = Skeleton(sheets, locked=locked)
    rows = [row_writer(sheet, skeleton.styles) for sheet in sheets]
    parts = skeleton.parts()
    streamed = {skeleton.sheet_part(place): one for place, one in enumerate(rows)}
    with ZipFile(stream, "w", ZIP_DEFLATED if compressed else ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda one: (one not in _FIRST, one)):
            _write_part(archive, name, parts[name], streamed.get(name))


def _write_part(archive: ZipFile, name: str, content: bytes, rows: Iterator[str] | None) -> None:
    info = ZipInfo(name, _BEGINNING)
    info.compress_type, info.create_system = archive.compression, 0
    if name == "docProps/core.xml":
        content = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
    with archive.open(info, "w") as part:
        if rows is None:
            part.write(content)
            return
        before, after = _around(content)
        part.write(before)
        for block in _blocks(rows):
            part.write(block)
        part.write(after)


def _around(content: bytes) -> tuple[bytes, bytes]:
    """The sheet's XML before and after its rows; the stated size goes, readers would trust it."""
    before, after = _SHEET_DATA.split(_DIMENSION.sub(b"", content), maxsplit=1)
    return before + b"<sheetData>", b"</sheetData>" + after


def _blocks(rows: Iterator[str]) -> Iterator[bytes]:
    block: list[str] = []
    for row in rows:
        block.append(row)
        if len(block) == _CHUNK:
            yield "".join(block).encode()
            block.clear()
    yield "".join(block).encode()


def row_writer(sheet: Sheet, styles: Styles) -> Iterator[str]:
    """The XML of all rows, from the title to the notes. Styles are settled at once."""
    data = [_cell_of(place, one, styles, "data") for place, one in enumerate(sheet.columns, 1)]
    total = [_cell_of(place, one, styles, "total") for place, one in enumerate(sheet.columns, 1)]
    above = [styles.number(Look("line" if place else "title")) for place in range(2)]
    note = styles.number(Look("note"))
    head = [styles.number(Look("required" if one.required else "head")) for one in sheet.columns]
    return _rows(sheet, above, head, data, total, note)


def _rows(
    sheet: Sheet, above: list[int], head: list[int], data: list[Cell], total: list[Cell], note: int
) -> Iterator[str]:
    number = 0
    for number, line in enumerate(sheet.preamble, 1):
        yield _plain(number, line, above[0 if number == 1 else 1])
    number += 1
    yield _header(number, sheet.columns, head)
    for number, row in enumerate(sheet.rows, number + 1):  # noqa: B020 - goes on counting
        yield _row(number, row, data)
    if sheet.totals is not None:
        number += 1
        yield _row(number, sheet.totals, total)
    for number, text in enumerate(sheet.notes, number + 1):  # noqa: B020
        yield _plain(number, [text], note)


def _row(number: int, values: Row, cells: list[Cell]) -> str:
    inside = "".join([cell(number, value) for cell, value in zip(cells, values, strict=True)])
    return f'<row r="{number}">{inside}</row>'


def _plain(number: int, values: Row, style: int) -> str:
    refs = (f"{get_column_letter(place)}{number}" for place in range(1, len(values) + 1))
    cells = (cell_xml(ref, style, style, value) for ref, value in zip(refs, values, strict=True))
    height = ' ht="24" customHeight="1"' if number == 1 else ""
    return f'<row r="{number}"{height}>{"".join(cells)}</row>'


def _header(number: int, columns: Sequence[SheetColumn], head: list[int]) -> str:
    cells = (
        text_xml(f"{get_column_letter(place)}{number}", style, column.heading)
        for place, (column, style) in enumerate(zip(columns, head, strict=True), 1)
    )
    return f'<row r="{number}" ht="30" customHeight="1">{"".join(cells)}</row>'


def _cell_of(place: int, column: SheetColumn, styles: Styles, role: str) -> Cell:
    """The writer of one column's cells, its letter and styles settled beforehand."""
    letter = get_column_letter(place)
    look = Look(role, column.kind, column.digits, column.tint)
    style, guarded = styles.number(look), styles.guarded(look)

    def write(number: int, value: Value) -> str:
        return cell_xml(f"{letter}{number}", style, guarded, value)

    return write
