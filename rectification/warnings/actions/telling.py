"""What happened to events and colours, put on record where nothing is ever taken away."""

from datetime import date
from typing import Any

from rectification.warnings.models import Alert, WarningDecision
from villages.common import clock
from villages.common.periods import Month


def name_of(by: Any) -> str:
    """Who it was, as printed."""
    return str(getattr(by, "name", "") or by)[:80]


def tell(
    row: Any, kind: str, *, by: Any, on: date, month: Month, text: str = "", before: str = "",
    alert: Alert | None = None,
) -> WarningDecision:  # fmt: skip
    """A line about a village, and about one event of it where there is one."""
    told: WarningDecision = WarningDecision.objects.create(
        county_code=row.county_code, village_id=row.village_id, alert=alert, month=month.number,
        kind=kind, from_status=before, to_status=alert.status if alert else "",
        text=text.strip()[:1000], on=on, at=clock.now(), by_name=name_of(by),
    )  # fmt: skip
    return told
