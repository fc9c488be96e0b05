"""Taking an import back."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.actions.receiving import require_right
from villages.imports.declaring import Context, sheet_kinds
from villages.imports.models import BatchState, ImportBatch
from villages.imports.months import is_closed, require_open
from villages.trace.record import record

UNDO_FOR = timedelta(hours=24)


@transaction.atomic
def undo_import(*, by: Any, batch: ImportBatch, reason: str = "") -> ImportBatch:
    """Takes back everything that a batch wrote, within 24 hours and while its month is open.

    Raises `undo_not_saved`, `undo_too_late`, `month_closed`, `undo_conflict` (naming what was
    changed since), `import_not_allowed`.
    """
    kind = sheet_kinds()[batch.kind]
    require_right(by, kind, batch.unit_code)
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state != BatchState.SAVED:
        raise DomainError("undo_not_saved", "这个批次没有可撤销的内容。")
    if not in_time(batch):
        raise DomainError(
            "undo_too_late", "导入已超过 24 小时,不能撤销。", "请用正确的表格重新导入。"
        )
    if batch.period:
        require_open(county=batch.county_code, month=batch.period, unit=batch.unit_code)
    context = Context(by, batch.county_code, batch.as_of, batch.period, batch.file_name)
    count = kind.undo(context, batch.undo_data) if batch.undo_data else 0
    batch.state, batch.undone_at, batch.undo_data = BatchState.UNDONE, clock.instant(), []
    batch.save(update_fields=["state", "undone_at", "undo_data"])
    record("import.undone", batch, by=by, reason=reason or batch.receipt, count=count or 1)
    return batch


def in_time(batch: ImportBatch) -> bool:
    """Whether the 24 hours are not over."""
    return batch.saved_at is not None and clock.instant() - batch.saved_at <= UNDO_FOR


def may_undo(user: Any, batch: ImportBatch) -> bool:
    """Whether the page offers to take it back: right, time, open month."""
    kind = sheet_kinds().get(batch.kind)
    if kind is None or batch.state != BatchState.SAVED or not in_time(batch):
        return False
    if not kind.may_import(user) or not user.territory.touches(batch.unit_code):
        return False
    return not (batch.period and _is_closed(batch))


def _is_closed(batch: ImportBatch) -> bool:
    month = batch.period
    return month is not None and is_closed(
        county=batch.county_code, month=month, unit=batch.unit_code, on=clock.today()
    )
