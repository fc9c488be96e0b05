"""A file comes in: kept, recorded once, checked in the background."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.declaring import SheetKind
from villages.imports.models import BatchState, ImportBatch
from villages.imports.perms import may_write
from villages.imports.senders import Sender
from villages.imports.storing import Stored, keep, remove
from villages.jobs.actions import request_job
from villages.trace.record import record

CHECK = "imports.check"


def check_import(
    *,
    by: Any,
    kind: SheetKind,
    chunks: Iterable[bytes],
    file_name: str,
    county: str,
    month: Month | None = None,
    on: date | None = None,
) -> ImportBatch:
    """Keeps the file and asks for its check; the same file sent again is the first one.

    Raises `import_not_allowed`, `period_missing`, `file_too_large`.
    """
    require_right(by, kind, unit_of(by, county))
    stored = keep(chunks, file_name)
    try:
        batch, created = _received(by, kind, stored, county, month, on)
    except BaseException:
        remove(stored.name)
        raise
    if not created:
        remove(stored.name)
    return batch


def require_right(by: Any, kind: SheetKind, unit: str) -> None:
    """Raises `import_not_allowed`."""
    if not may_write(by, kind, unit):
        raise DomainError(
            "import_not_allowed", f"您不能在这里导入“{kind.title}”。", "请联系县委组织部。"
        )


def unit_of(user: Any, county: str) -> str:
    """The place a file of this person is about: the county, or the person's part of it.

    Of a county in which the person has no part it is the county, which then is refused.
    """
    territory = user.territory
    parts = [] if territory.covers(county) else territory.codes
    return str(min((code for code in parts if code.startswith(county)), default=county))


@transaction.atomic
def _received(
    by: Any, kind: SheetKind, stored: Stored, county: str, month: Month | None, on: date | None
) -> tuple[ImportBatch, bool]:
    unit = unit_of(by, county)
    number = month.number if month else None
    said = (kind.key, county, unit, number, on, stored.digest, getattr(by, "pk", None))
    key = hashlib.sha256(repr(said).encode()).hexdigest()
    fields = {
        "kind": kind.key, "county_code": county, "unit_code": unit, "month": number,
        "as_of": on or clock.today(), "file_name": stored.shown, "stored_name": stored.name,
        "file_digest": stored.digest, "uploaded_by_id": getattr(by, "pk", None),
    }  # fmt: skip
    try:
        with transaction.atomic():
            batch, created = ImportBatch.objects.get_or_create(open_key=key, defaults=fields)
    except IntegrityError:
        return ImportBatch.objects.get(open_key=key), False
    if created:
        after = {"kind": kind.key, "digest": stored.digest[:16]}
        record("import.received", batch, by=by, after=after)
        ask_for_check(by=by, batch=batch, kind=kind, month=month, on=on)
    return batch, created


def ask_for_check(
    *, by: Any, batch: ImportBatch, kind: SheetKind, month: Month | None, on: date | None
) -> None:
    """One job per attempt: another answer about headers is another attempt."""
    request_job(
        by=by,
        kind=CHECK,
        key=job_key(batch),
        title=f"核对“{kind.title}”:{batch.file_name}",
        county=batch.county_code,
        unit=batch.unit_code,
        period=month.code if month else "",
        args={
            "batch": batch.uid,
            "sender": Sender.of(by).json(),
            "month": month.code if month else "",
            "on": on.isoformat() if on else "",
        },
    )


def job_key(batch: ImportBatch) -> str:
    """The natural key of the job that checks this batch."""
    return f"import:{batch.uid}:{batch.attempt}"


@transaction.atomic
def drop_import(*, by: Any, batch: ImportBatch) -> ImportBatch:
    """Nothing of the file is wanted: the record stays, the file goes."""
    undecided = [BatchState.UPLOADED, BatchState.CHECKED]
    fresh = ImportBatch.objects.filter(pk=batch.pk, state__in=undecided)
    if fresh.update(state=BatchState.DROPPED, open_key=None, stored_name=""):
        transaction.on_commit(lambda: remove(batch.stored_name))
        record("import.dropped", batch, by=by)
    return ImportBatch.objects.get(pk=batch.pk)
