"""Saving what was shown, exactly once."""

from pathlib import Path
from typing import Any

from django.db import transaction

from villages.common import clock, garbage
from villages.common.errors import DomainError
from villages.db.locks import hold
from villages.imports.actions.receiving import require_right
from villages.imports.declaring import SheetKind, sheet_kinds
from villages.imports.examining import Examined, Wish, examine_book
from villages.imports.models import BatchState, ImportBatch
from villages.imports.months import require_open
from villages.imports.reading.run import read_book
from villages.imports.recording import note_findings
from villages.imports.storing import book_of, forget_tables
from villages.trace.record import record

_DECIDED = ("state", "open_key", "saved_at", "good_rows_only", "undo_data", "receipt")


@garbage.kept()
def confirm_import(*, by: Any, batch: ImportBatch, good_rows_only: bool = False) -> ImportBatch:
    """Saves a checked batch in one transaction; a batch that is saved already is returned.

    The tables are checked again and compared with what is stored now: if that differs from what was
    shown, nothing is saved and the new comparison is shown (`import_stale`). The same file
    confirmed twice gives the first batch. Raises `import_has_faults` without `good_rows_only`,
    `import_not_checked`, `import_not_allowed`, `month_closed`.
    """
    kind = sheet_kinds()[batch.kind]
    require_right(by, kind, batch.unit_code)
    if batch.state == BatchState.SAVED:
        return batch
    if batch.state != BatchState.CHECKED:
        raise DomainError("import_not_checked", "这个文件还不能导入。", "请先查看核对结果。")
    book = book_of(batch.stored_name)
    with transaction.atomic():
        locked = _locked(batch, kind)
        if locked.state != BatchState.CHECKED:
            return locked
        examined = examine_book(book, kind, _wish(by, locked))
        if examined.digest == locked.plan_digest:
            return _settle(by, locked, examined, good_rows_only=good_rows_only)
        note_findings(locked, examined)
        locked.save()
    raise DomainError(
        "import_stale",
        "核对之后数据又有变动,没有导入。",
        "已重新比对,请查看新的结果后再确认。",
    )


@garbage.kept()
def import_now(
    *, by: Any, path: Path, kind: SheetKind, wish: Wish, batch: ImportBatch, good_rows_only: bool
) -> Examined:
    """Examines and saves in one go, for the shell; with faults nothing is saved.

    What came of it stands on the batch, which is saved here.
    """
    book = read_book(path)
    with transaction.atomic():
        hold(_lock_name(batch.county_code, kind), exclusive=True)
        examined = examine_book(book, kind, wish)
        note_findings(batch, examined)
        if not examined.checked.faults or (good_rows_only and not examined.checked.missing):
            batch.save()
            _save(by, batch, examined, good_rows_only=good_rows_only)
    return examined


def _locked(batch: ImportBatch, kind: SheetKind) -> ImportBatch:
    hold(_lock_name(batch.county_code, kind), exclusive=True)
    locked: ImportBatch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    return locked


def _lock_name(county: str, kind: SheetKind) -> str:
    return f"import:{county}:{kind.key}"


def _wish(by: Any, batch: ImportBatch) -> Wish:
    return Wish(
        by, batch.county_code, batch.as_of, batch.period, batch.file_name, batch.corrections
    )


def _settle(
    by: Any, batch: ImportBatch, examined: Examined, *, good_rows_only: bool
) -> ImportBatch:
    if examined.checked.missing or (examined.checked.faults and not good_rows_only):
        raise DomainError(
            "import_has_faults",
            f"有 {examined.checked.faulty_rows} 行有误,没有导入。",
            "请改正后重新上传,或选择只导入正确的行。",
        )
    first = _same_file_saved(batch)
    if first and not examined.plan.writes:
        batch.state, batch.open_key = BatchState.DROPPED, None
        batch.save()
        return first
    return _save(by, batch, examined, good_rows_only=good_rows_only)


def _same_file_saved(batch: ImportBatch) -> ImportBatch | None:
    same = ImportBatch.objects.filter(
        kind=batch.kind, county_code=batch.county_code, month=batch.month,
        file_digest=batch.file_digest, state=BatchState.SAVED,
    )  # fmt: skip
    return same.exclude(pk=batch.pk).order_by("pk").first()


def _save(by: Any, batch: ImportBatch, examined: Examined, *, good_rows_only: bool) -> ImportBatch:
    kind, plan, context = examined.kind, examined.plan, examined.context
    if context.month:
        require_open(county=context.county, month=context.month, unit=batch.unit_code)
    saved = kind.save(context, plan.new, plan.changed) if plan.writes else None
    batch.state, batch.open_key, batch.saved_at = BatchState.SAVED, None, clock.instant()
    batch.good_rows_only = good_rows_only and bool(examined.checked.faults)
    batch.undo_data = saved.undo if saved else []
    batch.receipt = f"DR{clock.today():%Y%m%d}-{batch.pk:06d}"
    # Not the findings: they stand there already, and may be long.
    batch.save(update_fields=_DECIDED)
    transaction.on_commit(lambda: forget_tables(batch.stored_name))
    after = {"kind": kind.key, "created": len(plan.new), "updated": len(plan.changed)}
    record(
        "import.saved", batch, by=by, after=after, reason=batch.receipt, count=plan.writes,
        rows=[batch.plan_digest],
    )  # fmt: skip
    return batch
