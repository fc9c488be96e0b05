"""How much working time an order leaves (减负: no notice at noon for an answer by the evening).

Pure. A working day has eight hours, from nine to seventeen o'clock.
"""

from datetime import date, datetime, time
from fractions import Fraction

from villages.common.workdays import Adjusted, is_workday, workdays_between

HOURS = 8
BEGIN, END = time(9), time(17)


def hours_left(at: datetime, due_on: date, calendar: Adjusted) -> Fraction:
    """Working hours from a moment (in local time) to the end of a day; 0 where that is over."""
    if due_on < at.date():
        return Fraction(0)
    days = workdays_between(at.date(), due_on, calendar)
    today = _rest_of_day(at) if is_workday(at.date(), calendar) else Fraction(0)
    return today + HOURS * days


def is_too_short(at: datetime, due_on: date, calendar: Adjusted, *, shortest: int) -> bool:
    """Whether less is left than the county leaves its units at least."""
    return hours_left(at, due_on, calendar) < shortest


def _rest_of_day(at: datetime) -> Fraction:
    seconds = at.hour * 3600 + at.minute * 60 + at.second
    begun = min(max(seconds, BEGIN.hour * 3600), END.hour * 3600)
    return Fraction(END.hour * 3600 - begun, 3600)
