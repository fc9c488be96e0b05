"""The workbook that goes back: the sender's own, with every faulty cell marked."""

from collections import defaultdict
from io import BytesIO
from typing import Any

import orjson
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.imports.examining import Examined
from villages.imports.findings import Fault
from villages.imports.models import ImportBatch
from villages.imports.reading.run import run_child
from villages.imports.reading.sniffing import FileForm, form_of
from villages.imports.storing import path_of
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx


def marked_workbook(batch: ImportBatch, examined: Examined) -> bytes:
    """Red cells, comments and a sheet 错误清单. A CSV, or a workbook too heavy to be written
    again, gives the list alone."""
    faults = examined.checked.faults
    path = path_of(batch.stored_name)
    if form_of(path.read_bytes()) == FileForm.XLSX:
        try:
            return run_child("marking", str(path), given=orjson.dumps(_marks(faults)))
        except DomainError:
            pass
    return _list_alone(faults)


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
