"""From frozen rows to the ledger that holds them now."""

from typing import Any

from rectification.reports.models import Report
from rectification.reports.tracing import Part
from villages.navigation import resolved

# Frozen table → the list in which its rows live on; the villages have their own list.
_LISTS = {
    "villages": "villages:villages", "orders": "ledgers:order-units", "order_units":
    "ledgers:order-units", "cases": "ledgers:cases", "projects": "ledgers:projects",
    "contracts": "ledgers:contracts", "debts": "ledgers:debts", "findings": "ledgers:findings",
    "tasks": "ledgers:tasks", "meetings": "ledgers:meetings", "people": "ledgers:people",
}  # fmt: skip


def live_url(_user: Any, _report: Report, part: Part | None) -> str:
    """Where the rows of a part are kept and may have changed since; empty where no list has
    them."""
    return resolved(_LISTS[part.table]) if part is not None and part.table in _LISTS else ""
