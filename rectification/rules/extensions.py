"""How far a deadline may be moved. Pure."""

from datetime import date

from villages.common.calendar_months import add_months


def latest_deadline(
    old: date, listed_on: date | None, *, once_months: int, longest_months: int
) -> date:
    """The last day to which one extension may lead: so many months after the old deadline, and
    never so many after the village was put on the list."""
    once = add_months(old, once_months)
    return once if listed_on is None else min(once, add_months(listed_on, longest_months))
