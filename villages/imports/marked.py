"""The workbook that goes back: the sender's own, with every faulty cell marked."""

import re
from collections import defaultdict
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.imports.corrections import place_of
from villages.imports.declaring import sheet_kinds
from villages.imports.examining import Examined, Wish, examine
from villages.imports.findings import Fault
from villages.imports.models import ImportBatch
from villages.imports.reading.run import run_child
from villages.imports.reading.sniffing import FileForm, form_of
from villages.imports.storing import path_of
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx

# What a spreadsheet keeps exactly.
_NUMBER = re.compile(r"-?[0-9]{1,15}|-?[0-9]{1,9}\.[0-9]{1,6}")


def marked_of(*, by: Any, batch: ImportBatch) -> tuple[bytes, str]:
    """The marked workbook of a batch and the name under which it is sent.

    Raises `file_missing` where the file has been dropped.
    """
    wish = Wish(
        by, batch.county_code, batch.as_of, batch.period, batch.file_name, batch.corrections
    )
    examined = examine(path_of(batch.stored_name), sheet_kinds()[batch.kind], wish)
    stem = batch.file_name.rpartition(".")[0] or batch.file_name
    return marked_workbook(batch, examined), f"{stem}-标注错误.xlsx"


def marked_workbook(batch: ImportBatch, examined: Examined) -> bytes:
    """Red cells, comments and a sheet 错误清单; what was corrected on the page stands in its
    cells. A CSV, or a workbook too heavy to be written
    again, gives the list alone."""
    path = path_of(batch.stored_name)
    return mark_file(path, examined.checked.faults, _corrected(batch, examined))


def mark_file(
    path: Path, faults: list[Fault], corrected: Mapping[str, Mapping[str, Any]] | None = None
) -> bytes:
    """A file with its faulty cells marked and corrected ones filled in; else the list alone."""
    if form_of(path.read_bytes()) == FileForm.XLSX:
        given = {**_marks(faults), "corrected": corrected or {}}
        try:
            return run_child("marking", str(path), given=orjson.dumps(given))
        except DomainError:
            pass
    return _list_alone(faults)


def _corrected(batch: ImportBatch, examined: Examined) -> dict[str, dict[str, Any]]:
    """Corrections as cells hold them: numbers in columns of numbers, else text."""
    return {
        sheet: {address: _cell(examined, sheet, address, text) for address, text in cells.items()}
        for sheet, cells in batch.corrections.items()
    }


def _cell(examined: Examined, sheet: str, address: str, text: str) -> Any:
    letter, _row = place_of(address)
    letters = examined.checked.letters.get(sheet, {})
    key = next((key for key, one in letters.items() if one == letter), "")
    counted = any(one.key == key and one.unit for one in examined.kind.columns)
    if not (counted and _NUMBER.fullmatch(text)):
        return text
    return float(text) if "." in text else int(text)


def _marks(faults: list[Fault]) -> dict[str, Any]:
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    for one in faults:
        address = f"{one.column}{one.row}"
        before = cells[one.sheet].get(address)
        words = f"{one.message}{one.suggestion}"
        cells[one.sheet][address] = f"{before}\n{words}" if before else words
    return {"sheets": cells, "list": [_heads(), *(_line(one) for one in faults)]}


def _heads() -> list[str]:
    return [_("工作表"), _("行"), _("列"), _("原值"), _("问题"), _("建议")]


def _line(one: Fault) -> list[Any]:
    return [one.sheet, one.row, one.column, one.value, one.message, one.suggestion]


def _list_alone(faults: list[Fault]) -> bytes:
    columns = [SheetColumn(words, width=16) for words in _heads()]
    rows = [_line(one) for one in faults]
    stream = BytesIO()
    write_xlsx(stream, [Sheet(_("错误清单"), columns, rows)])
    return stream.getvalue()
