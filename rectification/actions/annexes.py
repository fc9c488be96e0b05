"""Papers come into a case file, and go out to be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.annexes.kinds import media_type_of
from rectification.annexes.store import MEGABYTE, Kept, content_of, keep, missing
from rectification.models import CaseAnnex, RectificationCase
from villages import parameters
from villages.common.errors import DomainError
from villages.imports.storing import shown_name
from villages.ledgers.actions import traced_name, write_row
from villages.ledgers.declaring import ledgers
from villages.trace.record import record

LEDGER = "case-annexes"


@dataclass(frozen=True)
class Upload:
    """A file as it comes in: how it is called, its bytes in pieces."""

    name: str
    chunks: Iterable[bytes]


def add_annex(
    case: RectificationCase, *, by: Any, on: date, upload: Upload | None = None, **said: Any
) -> CaseAnnex:
    """Registers a paper, with its file where there is one.

    `said` holds kind, title, document_no, dated_on, restricted, problem, task. Raises what the
    ledger and the store refuse.
    """
    filed = _filed(case.county_code, on, upload) if upload else {}
    values = {"case": case, "village": case.village, **said, **filed}
    _require_right(values, by)
    row: CaseAnnex = write_row(ledgers()[LEDGER], values=values, by=by)
    return row


@transaction.atomic
def attach_file(annex: CaseAnnex, *, by: Any, on: date, upload: Upload, version: int) -> CaseAnnex:
    """Puts a file to a paper that was registered without one, or a better one in its place."""
    filed = _filed(annex.county_code, on, upload)
    row: CaseAnnex = write_row(ledgers()[LEDGER], values=filed, by=by, row=annex, version=version)
    return row


@transaction.atomic
def read_file(annex: CaseAnnex, *, by: Any) -> bytes:
    """The bytes as they came; the trail keeps who read a restricted paper.

    Raises `annex_missing` and `annex_damaged`.
    """
    if not annex.sha256:
        raise missing()
    content = content_of(annex.sha256)
    if annex.restricted:
        name = traced_name(ledgers()[LEDGER], annex)
        record("annex.downloaded", annex, by=by, name=name)
    return content


def _filed(county: str, on: date, upload: Upload) -> dict[str, Any]:
    most = parameters.value("rectification.annex_mb", on=on, county=county) * MEGABYTE
    name = shown_name(upload.name)

    def looks(path: Path) -> str:
        return media_type_of(path, name)

    kept: Kept = keep(upload.chunks, most, looks)
    return {
        "file_name": name, "media_type": kept.media_type, "size": kept.size, "sha256": kept.sha256,
    }  # fmt: skip


def _require_right(values: dict[str, Any], by: Any) -> None:
    """Whoever does not see restricted papers does not make them either."""
    item = ledgers()[LEDGER].item("restricted")
    if values.get("restricted") and not (item.seen_by and item.seen_by(by)):
        words = _("只有组织部可以登记限县级知悉的材料。")
        raise DomainError("annex_restricted", words, restricted=words)
