"""What was done to one row, for those who may read it."""

from typing import Any

from django.utils.timezone import localtime

from villages.accounts.trails import trail_for
from villages.ledgers.declaring import Ledger
from villages.trace.models import AuditEntry
from villages.trace.sentences import changes, sentence

RECENT = 20


def history(ledger: Ledger, row: Any, user: Any) -> list[dict[str, Any]]:
    """Events for `components/timeline.html`, newest first: sentence, who, changed fields."""
    rows = trail_for(user).filter(object_kind=ledger.model._meta.label_lower)
    return [_event(one) for one in rows.filter(object_key=row.uid).order_by("-id")[:RECENT]]


def last_change(ledger: Ledger, row: Any) -> tuple[str, str]:
    """When and by whom the row was last written, for somebody who wrote at the same time."""
    rows = AuditEntry.objects.filter(object_kind=ledger.model._meta.label_lower)
    one = rows.filter(object_key=row.uid).order_by("-id").first()
    return (_when(one), one.actor_name) if one else ("", "")


def _event(entry: AuditEntry) -> dict[str, Any]:
    detail = ";".join(f"{one.label} {one.before} → {one.after}" for one in changes(entry))
    return {
        "when": _when(entry),
        "title": sentence(entry),
        "who": entry.actor_name,
        "detail": detail,
    }


def _when(entry: AuditEntry) -> str:
    return localtime(entry.at).strftime("%Y-%m-%d %H:%M")
