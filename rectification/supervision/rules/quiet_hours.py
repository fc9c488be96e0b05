"""When a message may leave: not in the evening, at night, or on days without work. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from villages.common.workdays import Adjusted, is_workday

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Quiet:
    """Quiet from an hour in the evening to one in the morning, and on days without work."""

    from_hour: int
    to_hour: int
    rest_days: bool


def is_quiet(at: datetime, quiet: Quiet, calendar: Adjusted) -> bool:
    """Whether a moment, in local time, is quiet."""
    if quiet.rest_days and not is_workday(at.date(), calendar):
        return True
    return at.hour < quiet.to_hour or at.hour >= quiet.from_hour


def next_digest(at: datetime, last: date | None, quiet: Quiet, calendar: Adjusted) -> datetime:
    """When the next digest is written: on the morning of a working day after the last one.

    One that is still to be written today may lie behind `at`.
    """
    day = at.date()
    if last == day or at.hour >= quiet.from_hour:
        day += ONE_DAY
    while not is_workday(day, calendar):
        day += ONE_DAY
    return datetime.combine(day, time(quiet.to_hour), at.tzinfo)


def first_loud(at: datetime, quiet: Quiet, calendar: Adjusted) -> datetime:
    """The moment itself, or the next morning at which it is not quiet."""
    if not is_quiet(at, quiet, calendar):
        return at
    day = at.date() if at.hour < quiet.to_hour else at.date() + ONE_DAY
    while quiet.rest_days and not is_workday(day, calendar):
        day += ONE_DAY
    return datetime.combine(day, time(quiet.to_hour), at.tzinfo)
