"""Correcting faulty cells on the page instead of in the workbook."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from villages.common.errors import DomainError
from villages.imports.actions.receiving import require_right
from villages.imports.actions.rechecking import check_again
from villages.imports.corrections import BY_HAND, Corrections
from villages.imports.declaring import sheet_kinds
from villages.imports.models import ImportBatch
from villages.imports.private import Letters, is_private
from villages.trace.record import record

MOST = 2_000
LONGEST = 500


@transaction.atomic
def correct_cells(*, by: Any, batch: ImportBatch, cells: Corrections) -> ImportBatch:
    """Lays the corrections over the file and has it checked again; nothing else is written.

    Only cells that were found faulty, or were corrected before, can be corrected. Raises
    `correction_none` where nothing differs, `correction_too_many`, `correction_too_long`,
    `import_not_checked`, `import_not_allowed`.
    """
    kind = sheet_kinds()[batch.kind]
    require_right(by, kind, batch.unit_code)
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    fresh = _wanted(batch, cells)
    if not fresh:
        raise DomainError("correction_none", "没有改动任何一格。", "请先在“改为”里填写正确的内容。")
    together = {name: dict(found) for name, found in batch.corrections.items()}
    for sheet, address, text in fresh:
        together.setdefault(sheet, {})[address] = text
    _within_bounds(together)
    check_again(by=by, batch=batch, kind=kind, corrections=together)
    record("import.corrected", batch, by=by, count=len(fresh))
    return batch


def _wanted(batch: ImportBatch, cells: Corrections) -> list[tuple[str, str, str]]:
    """Those that may be corrected and say something else than what stands there now."""
    stands = standing(batch)
    return [
        (sheet, address, text.strip())
        for sheet, found in cells.items()
        for address, text in found.items()
        if (sheet, address) in stands and stands[sheet, address] != text.strip()
    ]


def standing(batch: ImportBatch) -> dict[tuple[str, str], str]:
    """What stands now in each cell that may be corrected."""
    found = batch.findings
    letters = found.get("letters", {})
    faulty = {
        (one["sheet"], f"{one['column']}{one['row']}"): one["value"].strip()
        for one in found.get("faults", []) if may_be_corrected(one, letters)
    }  # fmt: skip
    mended = {
        (one["sheet"], f"{one['column']}{one['row']}"): one["to"].strip()
        for one in found.get("mends", []) if BY_HAND in one["kinds"]
    }  # fmt: skip
    return {**mended, **faulty}


def may_be_corrected(fault: Mapping[str, Any], letters: Letters) -> bool:
    """Whether a fault is about one cell of a data row, not about the heading, and not about a
    number of a person: what is typed on the page is kept, and such a number must not be."""
    of_a_cell = bool(fault["row"]) and fault["code"] != "missing_column"
    return of_a_cell and not is_private(fault, letters)


def _within_bounds(corrections: Corrections) -> None:
    if sum(map(len, corrections.values())) > MOST:
        words = f"一个文件最多在页面上改 {MOST:,} 格。"
        raise DomainError("correction_too_many", words, "请下载标红的表格,改好后重新上传。")
    if any(len(text) > LONGEST for found in corrections.values() for text in found.values()):
        raise DomainError("correction_too_long", f"一格最多 {LONGEST} 个字。", "请缩短后再试。")
