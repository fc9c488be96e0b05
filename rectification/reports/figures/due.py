"""Which reports the county's calendar wants by a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rectification.reports.kinds import KINDS, Kind
from rectification.reports.kinds.dating import due_day
from rectification.reports.models import ReportRun
from villages.common.periods import Month, Period, parse_period
from villages.imports.models import FilingMonth

# A county that was away for longer finds the reports of the last two years, not more.
MOST = {"monthly": 24, "quarterly": 8, "half-year": 4, "year-end": 2}


@dataclass(frozen=True)
class Wanted:
    """A report that the calendar wants, and since when."""

    kind: str
    period: Period
    due_on: date


def wanted(county: str, on: date) -> list[Wanted]:
    """Reports due by a day and not in the run ledger yet, the oldest first.

    Of each kind everything since the last one registered, however long the portal was away; a
    county without any gets the last complete period alone. Two queries beside the parameters.
    """
    months = FilingMonth.objects.filter(county_code=county).order_by("month")
    first = months.values_list("month", flat=True).first()
    if first is None:
        return []
    known = _registered(county)
    found = [one for kind in KINDS for one in _of_kind(kind, county, known, on)]
    begun = Month.from_number(first)
    return sorted(
        (one for one in found if one.period.first_month >= begun), key=lambda one: one.due_on
    )


def _registered(county: str) -> Mapping[str, Period]:
    """The latest period in the run ledger by kind."""
    latest: dict[str, Period] = {}
    for kind, code in ReportRun.objects.in_county(county).values_list("kind", "period"):
        period = parse_period(code)
        if kind not in latest or latest[kind].start < period.start:
            latest[kind] = period
    return latest


def _of_kind(kind: Kind, county: str, known: Mapping[str, Period], on: date) -> Iterator[Wanted]:
    last = known.get(kind.code)
    period: Period = kind.period.of(on).previous()
    for _step in range(MOST[kind.code]):
        if last is not None and period.start <= last.start:
            return
        day = due_day(kind.code, period, county)
        if day <= on:
            yield Wanted(kind.code, period, day)
            if last is None:
                return
        period = period.previous()
