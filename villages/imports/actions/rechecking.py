"""Another look at a file that waits for a decision, with what is known more by now."""

from typing import Any

from django.db.models import F

from villages.common.errors import DomainError
from villages.imports.actions.receiving import ask_for_check
from villages.imports.declaring import SheetKind
from villages.imports.models import BatchState, ImportBatch


def check_again(*, by: Any, batch: ImportBatch, kind: SheetKind, **known: Any) -> None:
    """Puts the batch back to waiting, with these fields, and asks for the next attempt.

    Raises `import_not_checked` where it has been decided already. Called within a transaction.
    """
    waiting = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.CHECKED)
    if not waiting.update(state=BatchState.UPLOADED, attempt=F("attempt") + 1, **known):
        raise DomainError(
            "import_not_checked", "这个文件已经处理或正在核对,不能再改。", "请看它现在的状态。"
        )
    batch.refresh_from_db()
    on = None if kind.needs_month else batch.as_of
    ask_for_check(by=by, batch=batch, kind=kind, month=batch.period, on=on)
