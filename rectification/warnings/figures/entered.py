"""Rows of ledgers that were entered in a month, with the day that each is about.

Shape: one a row that people typed, by the trail. Sheets and programs are batches that say so
themselves and stand there as one entry.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from rectification.warnings.questions.backfilled import Entered
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.trace.models import AuditEntry

_PAGE = "page"
# A county that types more rows in a month is not looked at any further.
_READ = 50_000


def entered(county: str, month: Month) -> list[Entered]:
    """Of the trail of one month. One query."""
    start = datetime.combine(month.start, time(), ZONE)
    end = datetime.combine(month.end, time(), ZONE) + timedelta(days=1)
    rows = AuditEntry.objects.filter(
        county_code=county, action="ledger.created", channel=_PAGE, at__gte=start, at__lt=end
    ).exclude(village_code="")
    read = rows.order_by("id").values_list("village_code", "object_name", "at", "after")[:_READ]
    found = ((code, name, at, _about(after)) for code, name, at, after in read)
    return [Entered(code, day, at, name) for code, name, at, day in found if day]


def _about(after: Mapping[str, Any]) -> date | None:
    """The latest day that a row tells of: what it is about is not older."""
    days = []
    for name, value in after.items():
        if isinstance(value, str) and name.endswith(("_on", "date")):
            try:
                days.append(date.fromisoformat(value[:10]))
            except ValueError:
                continue
    return max(days, default=None)
