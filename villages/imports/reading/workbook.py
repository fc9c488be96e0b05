"""Sheets of an xlsx as rows of values."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import Any

from villages.imports.reading.archive import open_checked
from villages.imports.reading.limits import Limits, RefusedError
from villages.imports.reading.scanning import Scan, SheetFacts
from villages.imports.reading.sheet_xml import paths

Json = dict[str, Any]
_DATES = frozenset({date, datetime})
# A float below this that has no fraction is a whole number, digit by digit.
_EXACT = 1e15


def sheets(data: bytes, limits: Limits, *, patient: bool = False) -> list[Json]:
    """Every worksheet: name, whether it is hidden, rows, merged ranges, valueless formulas.

    The fast reader fills every cell up to the farthest one, so it may run out of memory, which
    ends the process. `patient` first looks how far a sheet reaches, and reads far ones slowly.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    archive = open_checked(data, limits)
    places = paths(archive, limits)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    except Exception as error:
        raise RefusedError("file_damaged") from error
    found = []
    for meta in book.sheets_metadata:
        if meta.typ == SheetTypeEnum.WorkSheet and meta.name in places:
            hidden = meta.visible != SheetVisibleEnum.Visible
            scan = Scan(archive, places[meta.name], limits)
            sheet = None if patient and scan.result().far else _fast(book, meta.name)
            values = _sheet(meta.name, sheet, scan.result(), data, limits)
            found.append({"name": meta.name, "hidden": hidden, **values})
    return found


def _fast(book: Any, name: str) -> Any:
    """The sheet by the fast reader, or why it gave up; even its panics are answers here."""
    try:
        return book.get_sheet_by_name(name)
    except BaseException as error:
        return error


def _sheet(name: str, sheet: Any, known: SheetFacts, data: bytes, limits: Limits) -> Json:
    try:
        # A stray cell at the far corner: what the fast reader filled is not looked at.
        source, merged = (_slow_rows(data, name, limits), []) if known.far else _filled(sheet)
        rows, dates, cut = cut_off(source, limits)
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError("file_damaged", name) from error
    return {
        "rows": rows,
        "dates": dates,
        "cut": cut,
        "far": known.far,
        "merged": [[r1, c1, r2, c2] for (r1, c1), (r2, c2) in merged],
        "no_value": known.formulas_without_value,
    }


def _filled(sheet: Any) -> tuple[Iterable[list[Any]], list[Any]]:
    if isinstance(sheet, BaseException):
        raise RuntimeError("the fast reader gave up") from sheet
    return sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or []


def _slow_rows(data: bytes, name: str, limits: Limits) -> Iterator[list[Any]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    sheet = book[name]
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True, max_col=limits.columns):
        yield list(row)


def cut_off(
    source: Iterable[list[Any]], limits: Limits
) -> tuple[list[list[Any]], list[tuple[int, int]], str]:
    """Rows up to the limits, trailing blanks removed, whole floats made whole numbers; the
    places of dates, which JSON cannot tell; why it stopped, or nothing.

    A hundred blank rows end a sheet. Beyond the row limit the file is refused, because half a
    county would look like a whole one.
    """
    rows: list[list[Any]] = []
    dates: list[tuple[int, int]] = []
    blank, width, most = 0, limits.columns, _EXACT
    for values in source:
        row = [
            value if type(value) is str and value
            else int(value) if type(value) is float and -most < value < most and value.is_integer()
            else _plain(value)
            for value in values[:width]
        ]  # fmt: skip
        while row and row[-1] is None:
            row.pop()
        blank = 0 if row else blank + 1
        if blank > limits.blank_rows:
            return _trimmed(rows), dates, "blank_rows"
        if not _DATES.isdisjoint(map(type, row)):
            dates += [(len(rows), place) for place, one in enumerate(row) if type(one) in _DATES]
        rows.append(row)
        if len(rows) - blank > limits.rows:
            raise RefusedError("file_too_long")
    return _trimmed(rows), dates, ""


def _trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _plain(value: Any) -> Any:
    """JSON values; dates stay dates."""
    if type(value) is float:
        return value if isfinite(value) else str(value)
    if value is None or value == "":
        return None
    if isinstance(value, time | timedelta):
        return str(value)
    return value
