"""Sheets of an xlsx as rows of values."""

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from io import BytesIO
from math import isfinite
from typing import Any

from villages.imports.reading.archive import open_checked, read_member
from villages.imports.reading.limits import Limits, RefusedError
from villages.imports.reading.sheet_xml import facts, paths

Json = dict[str, Any]


def sheets(data: bytes, limits: Limits) -> list[Json]:
    """Every worksheet: name, whether it is hidden, rows, merged ranges, valueless formulas."""
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
            sheet = _sheet(book, archive, meta.name, places[meta.name], data, limits)
            found.append({"name": meta.name, "hidden": hidden, **sheet})
    return found


def _sheet(
    book: Any, archive: zipfile.ZipFile, name: str, member: str, data: bytes, limits: Limits
) -> Json:
    known = facts(read_member(archive, member, limits), limits)
    far = known.last_row > limits.rows + limits.blank_rows or known.too_wide
    try:
        if far:
            # A stray cell at the far corner would make the fast reader fill a billion cells.
            source: Iterable[list[Any]] = _slow_rows(data, name, limits)
            merged: list[Any] = []
        else:
            sheet = book.get_sheet_by_name(name)
            source, merged = sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or []
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError("file_damaged", name) from error
    rows, cut = cut_off(source, limits)
    return {
        "rows": rows,
        "cut": cut,
        "far": far,
        "merged": [[r1, c1, r2, c2] for (r1, c1), (r2, c2) in merged],
        "no_value": list(known.formulas_without_value),
    }


def _slow_rows(data: bytes, name: str, limits: Limits) -> Iterator[list[Any]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    sheet = book[name]
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True, max_col=limits.columns):
        yield list(row)


def cut_off(source: Iterable[list[Any]], limits: Limits) -> tuple[list[list[Any]], str]:
    """Rows up to the limits, trailing blanks removed; why it stopped, or nothing.

    A hundred blank rows end a sheet. Beyond the row limit the file is refused, because half a
    county would look like a whole one.
    """
    rows: list[list[Any]] = []
    blank = 0
    for values in source:
        row = [
            value if type(value) is str and value else _plain(value)
            for value in values[: limits.columns]
        ]
        while row and row[-1] is None:
            row.pop()
        blank = 0 if row else blank + 1
        if blank > limits.blank_rows:
            return _trimmed(rows), "blank_rows"
        rows.append(row)
        if len(rows) - blank > limits.rows:
            raise RefusedError("file_too_long")
    return _trimmed(rows), ""


def _trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _plain(value: Any) -> Any:
    """JSON values; dates stay dates, whole floats become whole numbers."""
    if type(value) is float:
        if value.is_integer() and -1e15 < value < 1e15:
            return int(value)
        return value if isfinite(value) else str(value)
    if value is None or value == "":
        return None
    if isinstance(value, time | timedelta):
        return str(value)
    return value
