"""The day that a report bears."""

from datetime import date

from villages import parameters
from villages.common.periods import Month, Period
from villages.filings.year_parameters import QUARTER_DAY
from villages.imports.months import closing_date, dispatch_date


def due_day(kind: str, period: Period, county: str) -> date:
    """The day on which the calendar of a county wants the draft of a report (dated rows)."""
    following = period.last_month.next()
    if isinstance(period, Month):
        return dispatch_date(period, county)
    if kind == "quarterly":
        day = parameters.value(QUARTER_DAY.key, on=following.start, county=county)
        return following.start.replace(day=day)
    number = parameters.value(_SPANS[kind], on=following.start, county=county)
    day = date(following.year, max(1, min(number // 100, 12)), max(1, min(number % 100, 28)))
    # Half a year and a year are told once their last month is closed, not before.
    return max(day, closing_date(period.last_month, county))


_SPANS = {"half-year": "year.halfyear_from", "year-end": "year.appraisal_from"}


def date_words(kind: str, period: Period, county: str) -> str:
    """The same as documents write it, without zeros."""
    day = due_day(kind, period, county)
    return f"{day.year}年{day.month}月{day.day}日"
