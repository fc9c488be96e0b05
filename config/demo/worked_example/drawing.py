"""Draws the four workbooks: `python -m config.demo.worked_example.drawing`.

The same cells on every machine; the days inside the files are fixed too.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from config.demo.worked_example import ledger_rows, member_rows, team_rows, work_rows

FOLDER = Path(__file__).parent
SHEETS = {
    "ledger": ("整顿台账", ledger_rows), "team": ("花名册", team_rows),
    "members": ("发展党员", member_rows), "works": ("办实事", work_rows),
}  # fmt: skip
SENDER = "填报单位:示例县委组织部    填报时间:2026年10月31日    联系电话:0000-1234567"
_ON = datetime(2026, 10, 31, 16, 30)  # noqa: DTZ001 - what a workbook says has no zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_LINE = Side(style="thin", color="808080")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(vertical="center", wrap_text=True)


def table(name: str) -> Iterator[tuple[Any, ...]]:
    """Every row of a workbook, title and sender included."""
    _sheet, told = SHEETS[name]
    yield (told.TITLE,)
    yield (SENDER,)
    yield told.HEADER
    yield from told.rows()


def content(name: str) -> bytes:
    """The whole file."""
    sheet_name, told = SHEETS[name]
    book = Workbook()
    sheet: Any = book.active
    sheet.title = sheet_name
    for row in table(name):
        sheet.append(row)
    _style(sheet, told.WIDTHS)
    book.properties.creator, book.properties.created = "示例县委组织部", _ON
    draft = io.BytesIO()
    book.save(draft)
    return _stilled(draft.getvalue())


def _style(sheet: Any, widths: tuple[int, ...]) -> None:
    """As a county prints it: a large title, a grid, dates as days."""
    last = get_column_letter(len(widths))
    for number, height in ((1, 34), (2, 20), (3, 30)):
        sheet.row_dimensions[number].height = height
    for number in (1, 2):
        sheet.merge_cells(f"A{number}:{last}{number}")
    sheet["A1"].font, sheet["A1"].alignment = Font("方正小标宋简体", sz=20), _MIDDLE
    sheet["A2"].font, sheet["A2"].alignment = Font("仿宋", sz=11), _LEFT
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.border = _GRID
            cell.font = Font("黑体" if cell.row == 3 else "宋体", sz=10)
            cell.alignment = _LEFT if cell.row > 3 and len(str(cell.value or "")) > 8 else _MIDDLE
            if isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes, sheet.print_title_rows = "D4", "3:3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True


def _stilled(draft: bytes) -> bytes:
    """The same file with fixed days: of saving, and of its parts."""
    out, saved = io.BytesIO(), f"{_ON:%Y-%m-%dT%H:%M:%SZ}".encode()
    with (
        zipfile.ZipFile(io.BytesIO(draft)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in sorted(old.namelist()):
            said = _MODIFIED.sub(rb"\g<1>" + saved, old.read(part))
            entry = zipfile.ZipInfo(part, _ON.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, said)
    return out.getvalue()


if __name__ == "__main__":
    for one in SHEETS:
        (FOLDER / f"{one}.xlsx").write_bytes(content(one))
