"""Periods of task lists: where the next one begins and ends. Pure."""

from calendar import monthrange
from datetime import date, timedelta

# Rhythms by their stored words: how many days or months a period has.
WEEK, WEEK_DAYS = "week", timedelta(days=7)
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def moved(day: date, rhythm: str) -> date:
    """The same day one period later; where the later month is shorter, its last day."""
    if rhythm == WEEK:
        return day + WEEK_DAYS
    return _months_later(day, MONTHS[rhythm])


def next_period(from_on: date, to_on: date, rhythm: str) -> tuple[date, date]:
    """First and last day of the period that follows; the last of a month stays the last."""
    return moved(from_on, rhythm), moved_end(to_on, rhythm)


def moved_end(day: date, rhythm: str) -> date:
    """As `moved`, for days that may end a month: 30 April leads to 31 July."""
    later = moved(day, rhythm)
    if rhythm == WEEK or not _ends_month(day):
        return later
    return later.replace(day=monthrange(later.year, later.month)[1])


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _months_later(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
