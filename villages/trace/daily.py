"""The root of the trail at the end of a day: printed in reports, it seals all acts before."""

from datetime import date, datetime, time, timedelta

from villages.common.clock import ZONE
from villages.trace.models import AuditEntry

_DAY = timedelta(days=1)


def root_of(day: date, on: date) -> str:
    """The digest of the last entry up to the end of a day that is over on the day `on`, of the
    whole trail of all counties: later entries cannot get before it. Empty where there was none.
    One query."""
    last = min(day, on - _DAY)
    end = datetime.combine(last + _DAY, time.min, ZONE)
    rows = AuditEntry.objects.filter(chain="main", at__lt=end).order_by("-number")
    return str(rows.values_list("digest", flat=True).first() or "")
