"""Which months a township may file now."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from villages.common.periods import Month
from villages.imports.models import FilingMonth
from villages.imports.months import due_date

_CODE_LENGTHS = (6, 9, 12)


@dataclass(frozen=True)
class OpenMonth:
    """A month that takes filings of a unit on a day.

    `reopened_until` is the last day of a reopening where the month itself is closed.
    """

    month: Month
    due_on: date
    reopened_until: date | None = None


def open_months(county: str, unit: str, on: date) -> list[OpenMonth]:
    """Newest first: the running month, the one before until it is closed, older ones that nobody
    closed, and what was reopened for this unit. One query.

    `unit` is the code of a county, township or village; a reopening counts where either lies
    inside the other.
    """
    now = Month.of(on)
    rows = {row.month: row for row in _rows(county, unit, on)}
    numbers = {now.number, now.previous().number, *rows}
    found = [_open(Month.from_number(one), rows.get(one), county) for one in sorted(numbers)]
    return [one for one in reversed(found) if one]


def _rows(county: str, unit: str, on: date) -> list[FilingMonth]:
    """Registered months with the last day of what is open of them again."""
    inside = Q(reopenings__unit_code__startswith=unit)
    around = Q(reopenings__unit_code__in=[unit[:digits] for digits in _CODE_LENGTHS])
    lasting = Q(reopenings__ends_on__gte=on) & (inside | around)
    rows = FilingMonth.objects.filter(county_code=county, month__lte=Month.of(on).number)
    return list(rows.annotate(reopened=Max("reopenings__ends_on", filter=lasting)))


def _open(month: Month, row: FilingMonth | None, county: str) -> OpenMonth | None:
    if row is None:
        return OpenMonth(month, due_date(month, county))
    if row.closed_at is None:
        return OpenMonth(month, row.due_on)
    reopened: date | None = getattr(row, "reopened", None)
    return OpenMonth(month, row.due_on, reopened) if reopened else None
