"""Filings that the county has not answered yet, with the day by which it should (备案)."""

from dataclasses import dataclass
from datetime import date

from cadres.models import PostFiling
from cadres.parameters.posts import FILING_DAYS
from villages import parameters, workdays
from villages.common.scope import Scope
from villages.common.workdays import add_workdays


@dataclass(frozen=True)
class OpenFiling:
    """One unanswered filing; late once the day after `due_on` has come."""

    filing: PostFiling
    due_on: date
    is_late: bool


def open_filings(scope: Scope, county: str, on: date) -> list[OpenFiling]:
    """Filings asked up to the day and unanswered on it, oldest first. One query.

    The due day counts working days after the asking by the calendar of adjusted days.
    """
    rows = PostFiling.objects.in_scope(scope).in_county(county)
    waiting = rows.filter(asked_on__lte=on).exclude(answered_on__lte=on)
    days, calendar = parameters.value(FILING_DAYS, on=on, county=county), workdays.adjusted()
    found = []
    for one in waiting.select_related("person", "village__township").order_by("asked_on", "id"):
        due = add_workdays(one.asked_on, days, calendar)
        found.append(OpenFiling(one, due, is_late=due < on))
    return found
