"""A child that writes a copy of a workbook with its faulty cells marked.

Input: one JSON line on standard input ({"sheets": {name: {address: words}}, "corrected": {name:
{address: value}}, "list": [[…]]}); the path of the workbook as argument; the new workbook comes
out on standard output.
"""

import sys
import warnings
from io import BytesIO
from typing import Any

import orjson

from villages.imports.reading.archive import open_checked
from villages.imports.reading.child import restrain
from villages.imports.reading.limits import Limits

LIST = "错误清单"
# openpyxl writes each sheet to a temporary file first.
_LIMITS = Limits(seconds=25, memory=768 * 1024 * 1024, files=200 * 1024 * 1024)
_RED, _YELLOW = "FFC7CE", "FFF3C4"
_WIDTHS = (16, 8, 8, 24, 44, 52)


def main(path: str) -> None:
    """Reads marks, writes the workbook."""
    wanted = orjson.loads(sys.stdin.buffer.read())
    with open(path, "rb") as handle:
        data = handle.read(_LIMITS.size + 1)
    restrain(_LIMITS)
    open_checked(data, _LIMITS)
    sys.stdout.buffer.write(marked(data, wanted))


def marked(data: bytes, wanted: dict[str, Any]) -> bytes:
    """The same workbook with red cells, comments and a list of everything in front of it."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data))
    for name, cells in wanted["corrected"].items():
        if name in book.sheetnames:
            for address, value in cells.items():
                _write(book[name][address], value)
    for name, marks in wanted["sheets"].items():
        if name in book.sheetnames:
            for address, words in marks.items():
                _mark(book[name][address], words)
    _list(book, wanted["list"])
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _write(cell: Any, value: Any) -> None:
    """A cell that was corrected on the page; text that looks like a formula stays text."""
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import PatternFill

    if not isinstance(cell, MergedCell):
        cell.value = None if value == "" else value
        if isinstance(value, str) and value:
            cell.data_type = "s"
        cell.fill = PatternFill("solid", fgColor=_YELLOW)


def _mark(cell: Any, words: str) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if isinstance(cell, MergedCell):
        # Only the first cell of a merged range can be dressed.
        sheet: Any = cell.parent
        area = next(one for one in sheet.merged_cells.ranges if cell.coordinate in one)
        cell = sheet.cell(area.min_row, area.min_col)
    cell.fill = PatternFill("solid", fgColor=_RED)
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(f"{before}{words}"[:1000], "导入核对", height=90, width=260)


def _list(book: Any, rows: list[list[Any]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    if LIST in book.sheetnames:
        del book[LIST]
    sheet = book.create_sheet(LIST, 0)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_YELLOW)
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    book.active = 0
    for one in book.worksheets[1:]:
        one.sheet_view.tabSelected = False


if __name__ == "__main__":
    main(sys.argv[1])
