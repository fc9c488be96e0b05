"""The county's year: which days ask something of whom. Every date is a dated row of the county."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from villages import parameters
from villages.common.periods import Month
from villages.filings.year_parameters import QUARTER_DAY, SPANS
from villages.imports import months
from villages.imports.models import FilingMonth

_QUARTER_MONTHS = (1, 4, 7, 10)


@dataclass(frozen=True)
class Event:
    """Something that falls on a day, or lasts from `first` to `last`."""

    key: str
    title: str
    first: date
    last: date


@dataclass(frozen=True)
class MonthDates:
    """The dates of one month's data; `is_moved` where the due day was prolonged."""

    month: Month
    due_on: date
    closes_on: date
    dispatch_on: date
    correction_on: date
    is_moved: bool


def month_dates(county: str, year: int) -> list[MonthDates]:
    """From December of the year before: all months with dates in the year. One query."""
    wanted = Month(year - 1, 12).until(Month(year, 12))
    rows = FilingMonth.objects.filter(
        county_code=county, month__in=[one.number for one in wanted]
    ).values_list("month", "due_on")
    moved = dict(rows)
    return [_dates(county, one, moved.get(one.number)) for one in wanted]


def _dates(county: str, month: Month, moved: date | None) -> MonthDates:
    usual = months.due_date(month, county)
    return MonthDates(
        month, moved or usual, months.closing_date(month, county),
        months.dispatch_date(month, county), months.correction_date(month, county),
        moved is not None and moved != usual,
    )  # fmt: skip


def events(county: str, year: int, dates: list[MonthDates]) -> list[Event]:
    """Everything of the year, by day: months, quarters, the work of every year."""
    found = [*_monthly(dates), *_quarterly(county, year), *_yearly(county, year)]
    inside = (one for one in found if one.first.year == year)
    return sorted(inside, key=lambda one: (one.first, one.last, one.key))


def _monthly(dates: list[MonthDates]) -> Iterator[Event]:
    for one in dates:
        number = one.month.month
        for key, words, day in (
            ("due", _("%d月填报截止"), one.due_on), ("close", _("%d月封账"), one.closes_on),
            ("dispatch", _("%d月调度通报"), one.dispatch_on),
            ("correction", _("%d月收入更正截止"), one.correction_on),
        ):  # fmt: skip
            yield Event(f"{key}-{one.month.code}", words % number, day, day)


def _quarterly(county: str, year: int) -> Iterator[Event]:
    for number in _QUARTER_MONTHS:
        start = date(year, number, 1)
        day = start.replace(day=parameters.value(QUARTER_DAY.key, on=start, county=county))
        quarter = Month(year, number).previous().quarter
        yield Event(f"quarter-{quarter.code}", _("%s督导报告和擂台比武") % quarter.label, day, day)


def _yearly(county: str, year: int) -> Iterator[Event]:
    """A span whose end was set before its beginning ends on its first day."""
    start = date(year, 1, 1)
    for one in SPANS:
        first, last = (
            _day(year, parameters.value(end.key, on=start, county=county))
            for end in (one.begin, one.end)
        )
        yield Event(f"{one.key}-{year}", str(one.title), first, max(first, last))


def _day(year: int, number: int) -> date:
    """1015 as 15 October; a day that the month does not have is its last one."""
    month = min(max(number // 100, 1), 12)
    day = min(max(number % 100, 1), monthrange(year, month)[1])
    return date(year, month, day)
