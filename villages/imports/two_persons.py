"""Whether opening a closed month again takes one person of the department or two."""

from datetime import date

from villages import parameters
from villages.common import clock
from villages.imports.models import FilingMonth
from villages.imports.parameters import SECOND_DAYS


def needs_second(closed_on: date, today: date, days: int) -> bool:
    """From this many days after closing on, two persons. Pure."""
    return (today - closed_on).days >= days


def month_needs_second(month: FilingMonth) -> bool:
    """The same by the county's parameter, today; an open month needs nobody."""
    if month.closed_at is None:
        return False
    today, closed = clock.today(), clock.day_of(month.closed_at)
    days = parameters.value(SECOND_DAYS.key, on=today, county=month.county_code)
    return needs_second(closed, today, days)
