"""Sheets made in a test and brought in through the engine's front door."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from villages.accounts.actors import COMMAND_LINE
from villages.imports.declaring import sheet_kinds
from villages.imports.from_shell import Answer, Order, bring_in

WORKBOOKS = Path(__file__).parent / "data" / "workbooks"


def bring(kind: str, path: Path, *, by: Any = COMMAND_LINE, **rest: Any) -> Answer:
    """What the engine answers to a file."""
    return bring_in(Order(by, sheet_kinds()[kind], path, **rest))


def write(path: Path, rows: list[list[Any]]) -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
