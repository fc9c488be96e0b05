"""Workbooks made in tests, and those that counties sent."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from villages.accounts.actors import COMMAND_LINE
from villages.importers import ROSTER
from villages.imports.declaring import SheetKind
from villages.imports.examining import Examined, Wish, examine

DATA = Path(__file__).parents[2] / "data" / "workbooks"
TODAY = date(2026, 11, 3)


def book_bytes(
    rows: Sequence[Sequence[Any]], merges: Sequence[str] = (), title: str = "表"
) -> bytes:
    """One sheet with these rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merges:
        sheet.merge_cells(area)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one more member."""
    packed = BytesIO(data)
    with ZipFile(packed, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The same archive with a part of one member replaced."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for member in source.namelist():
            content = source.read(member)
            target.writestr(member, content.replace(old, new) if member == name else content)
    return packed.getvalue()


def looked_at(
    path: Path,
    kind: SheetKind = ROSTER,
    county: str = "999901",
    by: Any = COMMAND_LINE,
    **wish: Any,
) -> Examined:
    """What a file holds, for the command line in 青原县."""
    return examine(path, kind, Wish(by, county, source=path.name, **wish))


def roster(*rows: Sequence[Any]) -> bytes:
    """A plain roster for the small county of the tests."""
    head = ["乡镇", "村名", "户数", "人口", "党员数"]
    return book_bytes([head, *rows])
