"""The only place that reads the clock.

Business time may be fixed with `PORTAL_TODAY=YYYY-MM-DD` (the demo county lives on its own
date). Real instants - audit, leases, sessions - are never fixed.
"""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


def instant() -> datetime:
    """The real instant, in UTC: for the audit trail, leases and sessions."""
    return datetime.now(UTC)


def today() -> date:
    """Today in Asia/Shanghai, or the date that `PORTAL_TODAY` fixes."""
    fixed = os.environ.get("PORTAL_TODAY", "").strip()
    return date.fromisoformat(fixed) if fixed else instant().astimezone(ZONE).date()


def now() -> datetime:
    """Business time: today's date with the real time of day, in Asia/Shanghai."""
    real = instant().astimezone(ZONE)
    return datetime.combine(today(), real.timetz())


def day_of(at: datetime) -> date:
    """The day in Asia/Shanghai on which an instant falls; deadlines are counted in these."""
    return at.astimezone(ZONE).date()
