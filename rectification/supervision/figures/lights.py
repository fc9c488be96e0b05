"""The light of a part: how many working days its unit has left, or is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rectification.supervision.figures.lateness import days_late, late_words
from rectification.supervision.models import OrderUnit
from rectification.supervision.rules.lights import GREEN, GREY, colour_of
from rectification.supervision.states import ANSWERED, OWING, UnitStatus
from villages import parameters, workdays
from villages.common.workdays import Adjusted, add_workdays, workdays_between


@dataclass(frozen=True)
class Light:
    """A colour (green, yellow, red, grey) and why, in words; working days left, negative when
    late, None where no day is running."""

    colour: str
    words: str
    left: int | None = None


def near_days(county: str, on: date) -> int:
    """With how many working days left the light turns yellow."""
    return int(parameters.value("supervision.near_days", on=on, county=county))


def light_of(part: OrderUnit, on: date, calendar: Adjusted, near: int) -> Light:
    """The light of the unit: whoever has answered is green, what is over or not yet out is grey.
    No query."""
    if part.status in ANSWERED:
        return Light(GREEN, str(part.get_status_display()))
    if part.status not in OWING or part.due_on is None:
        return Light(GREY, str(part.get_status_display()))
    return _running(part.due_on, part, on, calendar, near)


def lights_of(parts: Iterable[OrderUnit], on: date) -> dict[int, Light]:
    """The lights of many parts by key. No query beside calendar and parameters."""
    calendar = workdays.adjusted()
    return {one.pk: light_of(one, on, calendar, near_days(one.county_code, on)) for one in parts}


def answer_due(part: OrderUnit, on: date, calendar: Adjusted) -> date | None:
    """By when the house verifies or closes what the unit answered; None where it owes nothing."""
    if part.status not in ANSWERED or part.status_since is None:
        return None
    days = int(parameters.value("supervision.verify_days", on=on, county=part.county_code))
    return add_workdays(part.status_since, days, calendar)


def sign_due(part: OrderUnit, on: date, calendar: Adjusted) -> date | None:
    """By when the unit signs; None where it has, or nothing is out."""
    if part.status != UnitStatus.ISSUED or part.status_since is None:
        return None
    days = int(parameters.value("supervision.sign_days", on=on, county=part.county_code))
    return add_workdays(part.status_since, days, calendar)


def _running(due_on: date, part: OrderUnit, on: date, calendar: Adjusted, near: int) -> Light:
    colour = colour_of(due_on, on, calendar, near=near)
    if on > due_on:
        return Light(colour, late_words(part, on, calendar), -days_late(part, on, calendar))
    left = workdays_between(on, due_on, calendar)
    return Light(colour, _left_words(on, due_on, left), left)


def _left_words(on: date, due_on: date, left: int) -> str:
    if on == due_on:
        return _("今天到期")
    return _("还剩 %s 个工作日") % left if left else _("到期前没有工作日了")
