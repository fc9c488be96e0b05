"""Working days: Monday to Friday, corrected by the adjusted days of a calendar.

Pure: the calendar comes in as a mapping day -> is it a working day. A day that the mapping does
not name follows its weekday, so a year without a published calendar still has working days.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

Adjusted = Mapping[date, bool]
ONE_DAY = timedelta(days=1)


def is_workday(day: date, adjusted: Adjusted) -> bool:
    """Whether people work on this day."""
    return adjusted.get(day, day.weekday() < 5)


def _from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += ONE_DAY


def add_workdays(day: date, count: int, adjusted: Adjusted) -> date:
    """The working day that comes `count` working days after `day`; the day itself never counts.

    With 0: the day itself if it is a working day, else the next one.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    left = count
    for one in _from(day if count == 0 else day + ONE_DAY):
        if is_workday(one, adjusted):
            left -= 1
            if left <= 0:
                return one
    raise AssertionError  # pragma: no cover - the walk has no end


def workdays_between(first: date, last: date, adjusted: Adjusted) -> int:
    """How many working days lie after `first`, up to and including `last`; negative if reversed."""
    if last < first:
        return -workdays_between(last, first, adjusted)
    days = (first + ONE_DAY * n for n in range(1, (last - first).days + 1))
    return sum(is_workday(day, adjusted) for day in days)


def nth_workday(first: date, number: int, adjusted: Adjusted) -> date:
    """The `number`-th working day counted from `first` on, `first` included."""
    return add_workdays(first - ONE_DAY, number, adjusted)
