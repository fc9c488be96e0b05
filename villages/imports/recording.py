"""What a check found, as it is kept on the batch for the page and the record."""

from typing import Any

from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.imports.comparing import Change
from villages.imports.declaring import SheetKind
from villages.imports.examining import Examined
from villages.imports.headers import Unknown
from villages.imports.models import BatchState, ImportBatch
from villages.imports.private import masked
from villages.imports.reading.sheet_xml import column_letter
from villages.trace.record import plain

# What a page can show; all of it stands in the marked workbook and in the answer of the shell.
MOST = 2_000


def note_findings(batch: ImportBatch, examined: Examined) -> None:
    """The batch now waits for a decision; what was found stands on it. The caller saves."""
    checked, plan = examined.checked, examined.plan
    batch.state = BatchState.CHECKED
    batch.rows, batch.unchanged, batch.faulty = checked.read, plan.same, checked.faulty_rows
    batch.created, batch.updated = len(plan.new), len(plan.changed)
    batch.as_of = examined.context.on
    batch.month = examined.context.month.number if examined.context.month else None
    batch.plan_digest = examined.digest
    batch.findings = findings(examined)
    batch.error = ""


def note_refusal(batch: ImportBatch, error: DomainError) -> None:
    """Nothing of the file could be read. The caller saves."""
    batch.state, batch.error, batch.open_key = BatchState.REFUSED, str(error)[:300], None
    batch.findings = {"code": error.code}


def findings(examined: Examined) -> dict[str, Any]:
    """Everything for the page, each list up to a bound, with the full counts beside."""
    checked, plan, kind = examined.checked, examined.plan, examined.kind
    lists: dict[str, list[Any]] = {
        "faults": checked.faults, "mends": checked.mends, "questions": checked.questions,
        "changes": plan.changes,
    }  # fmt: skip
    return {
        "counts": {name: len(rows) for name, rows in lists.items()},
        "faults": masked([one.json() for one in checked.faults[:MOST]], checked.letters),
        "mends": masked([one.json() for one in checked.mends[:MOST]], checked.letters),
        "questions": [one.json() for one in checked.questions[:MOST]],
        "changes": [_change(one, kind) for one in plan.changes[:MOST]],
        "new": [_new(row) for row in plan.new[:MOST]],
        "unknown": [_unknown(sheet, one) for sheet, one in checked.unknown],
        "missing": checked.missing,
        "letters": checked.letters,
        "sheets": checked.sheets,
        "skipped": checked.skipped,
        "notes": examined.notes,
    }


def _change(one: Change, kind: SheetKind) -> dict[str, Any]:
    return {
        "sheet": one.row.sheet, "row": one.row.number, "name": _named(one.row),
        "column": kind.column(one.column).header, "old": plain(one.old), "new": plain(one.new),
    }  # fmt: skip


def _new(row: Any) -> dict[str, Any]:
    return {"sheet": row.sheet, "row": row.number, "name": _named(row)}


def _named(row: Any) -> str:
    """Township, village and what else names the row."""
    if row.village:
        return f"{row.village.township_name}{row.village.name}"
    words = [str(row.values.get(key) or "") for key in ("township", "village", "name")]
    return "".join(words) or _("第 %s 行") % row.number


def _unknown(sheet: str, one: Unknown) -> dict[str, Any]:
    letter = column_letter(one.column + 1)
    return {"sheet": sheet, "column": letter, "words": one.words, "maybe": list(one.maybe)}
