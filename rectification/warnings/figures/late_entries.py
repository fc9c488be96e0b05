"""Rows about a village that were entered after a warning, about days before it.

Shape: one line a row, the newest first, at most twenty. Shown to whoever verifies that the data
turned good, so that the person asks; never counted for or against anybody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.warnings.models import Alert
from villages.common.clock import day_of
from villages.trace.models import AuditEntry

MOST, _READ = 20, 200
_WRITTEN = ("ledger.created", "ledger.changed")


@dataclass(frozen=True)
class LateEntry:
    """What was entered, when, and the day that it is about."""

    name: str
    entered_on: date
    about: date

    @property
    def days(self) -> int:
        """Days between the event and its entry."""
        return (self.entered_on - self.about).days


def late_entries(alert: Alert, entries: Any = None) -> Sequence[LateEntry]:
    """Of the trail about the alert's village. One query."""
    rows = AuditEntry.objects.all() if entries is None else entries
    since = rows.filter(
        county_code=alert.county_code, village_code=alert.village.code, action__in=_WRITTEN,
        at__gte=alert.raised_at,
    )  # fmt: skip
    stated = since.order_by("-id").values_list("object_name", "at", "after")[:_READ]
    raised = day_of(alert.raised_at)
    found = [_entry(name, day_of(at), after, raised) for name, at, after in stated]
    return tuple(one for one in found if one)[:MOST]


def _entry(name: str, on: date, after: Mapping[str, Any], raised: date) -> LateEntry | None:
    days = [day for day in _days(after) if day < raised]
    return LateEntry(name, on, max(days)) if days else None


def _days(after: Mapping[str, Any]) -> Iterator[date]:
    """Days that a row tells of; days on which it was written down are none."""
    for name, value in after.items():
        if isinstance(value, str) and name.endswith(("_on", "date", "_from")):
            try:
                yield date.fromisoformat(value[:10])
            except ValueError:
                continue
