"""The workbook without its rows: openpyxl writes everything but the bulk of the cells.

Rows are streamed into the sheets' XML afterwards (`xlsx.py`): a cell object per value is what
makes spreadsheet writers slow and large.
"""

import io
import re
from collections.abc import Sequence
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation

from villages.common.text import strip_illegal
from villages.lists.sheets.shape import Sheet, SheetColumn
from villages.lists.sheets.styles import Styles

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_FILLABLE_ROWS = 2_000
_SCRATCH = "scratch"


class Skeleton:
    """Page set-up, widths, drop-downs and styles of a workbook."""

    def __init__(self, sheets: Sequence[Sheet], *, locked: bool = False) -> None:
        self.book = Workbook()
        self.book.security = WorkbookProtection(lockStructure=locked) if locked else None
        scratch: Any = self.book.active
        scratch.title = _SCRATCH
        self.styles = Styles(scratch)
        self._pages = [_page(self.book, sheet) for sheet in sheets]
        self._drop_downs(sheets)

    def _drop_downs(self, sheets: Sequence[Sheet]) -> None:
        """Options stand in a hidden sheet: a list inside the cell holds only 255 characters."""
        store: Any = None
        for page, sheet in zip(self._pages, sheets, strict=True):
            for place, column in enumerate(sheet.columns, 1):
                if column.options:
                    store = store or self._options_sheet()
                    letter = _store_options(store, column)
                    _validate(page, sheet, place, _list_rule(letter, len(column.options)))
                elif column.note:
                    _validate(page, sheet, place, DataValidation())

    def _options_sheet(self) -> Any:
        store = self.book.create_sheet(_free_title(self.book, _("选项")))
        store.sheet_state = "hidden"
        return store

    def parts(self) -> dict[str, bytes]:
        """The files of the workbook by name, the sheets still without rows."""
        self.book.remove(self.book[_SCRATCH])
        packed = io.BytesIO()
        self.book.save(packed)
        return _unpacked(packed)

    def sheet_part(self, place: int) -> str:
        """The name of the file in which the rows of this sheet belong."""
        return f"xl/worksheets/sheet{place + 1}.xml"


def _unpacked(packed: io.BytesIO) -> dict[str, bytes]:
    with ZipFile(packed) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _page(book: Workbook, sheet: Sheet) -> Any:
    page: Any = book.create_sheet(_free_title(book, sheet.title))
    page.sheet_state = "hidden" if sheet.hidden else "visible"
    page.freeze_panes = f"{get_column_letter(sheet.freeze + 1)}{sheet.header_row + 1}"
    page.print_title_rows = f"{sheet.header_row}:{sheet.header_row}"
    for place, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = column.width + 2
    for area in sheet.merged:
        page.merge_cells(area)
    _paper(page, sheet)
    return page


def _paper(page: Any, sheet: Sheet) -> None:
    """A4; as wide as one sheet of paper, as long as it takes."""
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.5
    page.oddFooter.center.text = _("第 &P 页 共 &N 页")


def _free_title(book: Workbook, wanted: str) -> str:
    """A title that spreadsheets accept (31 characters) and no other sheet has."""
    base = _FORBIDDEN.sub(" ", strip_illegal(wanted)).replace("\n", " ").strip()[:28] or "Sheet"
    taken = {title.casefold() for title in book.sheetnames}
    title, number = base, 1
    while title.casefold() in taken:
        number += 1
        title = f"{base}{number}"
    return title


def _store_options(store: Any, column: SheetColumn) -> str:
    # A sheet without cells reports one column all the same.
    place = store.max_column + 1 if store["A1"].value is not None else 1
    for row, option in enumerate((column.header, *column.options), 1):
        cell = store.cell(row=row, column=place)
        cell.value, cell.data_type = strip_illegal(option), "s"
    return f"'{store.title}'!${get_column_letter(place)}"


def _list_rule(letter: str, count: int) -> DataValidation:
    start, column = letter.rsplit("$", 1)
    area = f"{start}${column}$2:${column}${count + 1}"
    return DataValidation(
        type="list",
        formula1=area,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=_("请从清单中选择"),
        error=_("该单元格只能填写下拉清单中的内容。"),
    )


def _validate(page: Any, sheet: Sheet, place: int, rule: DataValidation) -> None:
    column = sheet.columns[place - 1]
    if column.note:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = column.header[:32], column.note[:255]
    letter, first = get_column_letter(place), sheet.header_row + 1
    rule.add(f"{letter}{first}:{letter}{first + _FILLABLE_ROWS}")
    page.add_data_validation(rule)
