"""From which day months after closing count, and when the time of following up ends."""

from datetime import date

from rectification.models import RectificationCase
from villages import parameters
from villages.common.calendar_months import add_months


def closed_day(case: RectificationCase) -> date:
    """The day from which months after closing count; paper ledgers may not know it."""
    return case.closed_on or case.status_since


def follow_up_ends(case: RectificationCase, on: date) -> date:
    """The day from which a case counts as consolidated."""
    months = parameters.value("rectification.follow_up_months", on=on, county=case.county_code)
    return add_months(closed_day(case), months)
