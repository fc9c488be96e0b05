"""When an unanswered order climbs to the next rung. Pure."""

from datetime import date

from villages.common.workdays import Adjusted, workdays_between


def is_time(
    due_on: date, on: date, *, after_days: int | None, next_kind: str, calendar: Adjusted
) -> bool:
    """Whether so many working days have passed after the day it was due for.

    Kinds without a next rung, and rungs without a day, never climb.
    """
    if not next_kind or after_days is None or on <= due_on:
        return False
    return workdays_between(due_on, on, calendar) >= after_days
