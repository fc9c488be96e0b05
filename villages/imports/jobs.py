"""Checking a file in the background: read, check, compare."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from villages.common.errors import DomainError
from villages.common.periods.parsing import parse_month
from villages.imports.actions.receiving import CHECK
from villages.imports.declaring import sheet_kinds
from villages.imports.examining import Examined, Wish, examine_book
from villages.imports.models import BatchState, ImportBatch
from villages.imports.recording import note_findings, note_refusal
from villages.imports.senders import Sender
from villages.imports.storing import book_of, remove
from villages.jobs.registry import JobKind
from villages.jobs.run import Run


def check(run: Run) -> Examined | DomainError:
    """Looks at the file; a refusal is a result, for it stands on the batch."""
    batch = ImportBatch.objects.get(uid=run.args["batch"])
    month, on = run.args["month"], run.args["on"]
    wish = Wish(
        by=Sender.from_json(run.args["sender"]),
        county=batch.county_code,
        on=date.fromisoformat(on) if on else None,
        month=parse_month(month) if month else None,
        source=batch.file_name,
        corrections=batch.corrections,
    )
    try:
        run.stage(str(_("读取")))
        book = book_of(batch.stored_name)
        return examine_book(book, sheet_kinds()[batch.kind], wish, run.stage)
    except DomainError as refused:
        return refused


def keep_findings(run: Run, outcome: Examined | DomainError) -> dict[str, Any]:
    """The findings go onto the batch in the transaction in which the job ends."""
    batch = ImportBatch.objects.select_for_update().get(uid=run.args["batch"])
    address = {"url": reverse("imports:batch", args=[batch.uid])}
    if batch.state != BatchState.UPLOADED:
        return address
    if isinstance(outcome, DomainError):
        note_refusal(batch, outcome)
        remove(batch.stored_name)
        batch.stored_name = ""
    else:
        note_findings(batch, outcome)
    batch.save()
    return address


JOBS = (JobKind(CHECK, _("核对导入文件"), check, keep_findings),)
