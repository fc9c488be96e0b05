"""Periods that rules and contracts count in calendar months, not in days."""

import calendar
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that has no such day.

    31 January and one month give 28 (29) February; 29 February and twelve months 28 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
