"""Rectification and warnings of a year, by township."""

from collections.abc import Iterator
from datetime import date, timedelta

from rectification.choices import Origin
from rectification.figures.rebound import rebound
from rectification.models import Acceptance, RectificationCase
from rectification.reports.assessment.rules.inputs import Rate
from rectification.warnings.choices import Colour, Level
from rectification.warnings.models import Alert, VillageWarning
from rectification.warnings.parameters import RED_RECTIFY_DAYS, SECOND_SLIP_DAYS
from rectification.warnings.states import AlertStatus
from villages import parameters
from villages.affairs.figures.roll import Roll
from villages.common.periods import Month, Year

Told = Iterator[tuple[str, str, Rate]]
_HUNDREDTHS = 100
_FULL = 100
_NEVER_DUE = (AlertStatus.FALSE_ALARM, AlertStatus.WITHDRAWN)


def year_cases(roll: Roll, year: Year) -> Told:
    """Cases due in the year and closed in time, scores of acceptances, relapses. Five queries.

    A township without any listed case has no relapse for certain; its rates stay unknown.
    """
    rows = RectificationCase.objects.in_scope(roll.scope).in_county(roll.county).listed()
    due = rows.filter(deadline__range=(year.start, min(year.end, roll.on)))
    read = ("village__code", "origin", "deadline", "applied_on", "closed_on")
    for code, origin, deadline, applied, closed in due.values_list(*read):
        if township := roll.townships.get(code):
            # A paper ledger tells the day of the county's decision alone: the year is enough.
            limit = year.end if origin == Origin.LEDGER and applied is None else deadline
            in_time = closed is not None and (applied or closed) <= limit
            yield township, "cases.closed", Rate(int(in_time), 1)
    yield from _accepted(roll, year)
    for township in sorted(set(roll.townships.values())):
        yield township, "cases.relapses", Rate(0, 0)
    for one in rebound(roll.scope, roll.county, roll.on).whole.back:
        township = roll.townships.get(one.village_code)
        if township and one.back_on and year.start <= one.back_on <= year.end:
            yield township, "cases.relapses", Rate(1, 0)


def _accepted(roll: Roll, year: Year) -> Told:
    rows = Acceptance.objects.in_scope(roll.scope).in_county(roll.county)
    held = rows.filter(held_on__range=(year.start, min(year.end, roll.on)), score__isnull=False)
    for code, score in held.values_list("village__code", "score"):
        if township := roll.townships.get(code):
            yield township, "cases.acceptance", Rate(int(score * _HUNDREDTHS), _FULL * _HUNDREDTHS)


def year_warnings(roll: Roll, year: Year) -> Told:
    """Warnings whose time to mend ended in the year, and months that were not red. Two queries.

    The time runs from the day of publishing, by the county's days for red and for yellow.
    """
    days = {
        str(level): parameters.value(one.key, on=roll.on, county=roll.county)
        for level, one in ((Level.RED, RED_RECTIFY_DAYS), (Level.YELLOW, SECOND_SLIP_DAYS))
    }
    rows = Alert.objects.in_scope(roll.scope).in_county(roll.county).exclude(status__in=_NEVER_DUE)
    rows = rows.filter(public_at__date__range=(year.start - timedelta(days=180), roll.on))
    read = ("village__code", "level", "public_at", "good_from", "submitted_on", "ended_on")
    for code, level, public_at, good_from, *ends in rows.values_list(*read):
        limit = public_at.date() + timedelta(days=days.get(level, 0))
        township = roll.townships.get(code)
        if township and year.start <= limit <= year.end and limit < roll.on:
            yield township, "warnings.mended", Rate(int(_in_time(good_from, ends, limit)), 1)
    yield from _colours(roll, year)


def _in_time(good_from: int | None, ends: list[date | None], limit: date) -> bool:
    """Told, or ended, by the day; or the data of the month in which the day lies are good."""
    turned = good_from is not None and good_from <= Month.of(limit).number
    return turned or any(day is not None and day <= limit for day in ends)


def _colours(roll: Roll, year: Year) -> Told:
    """Grey is not judged: in no number. What is red now is told by the last judged month."""
    last = Month.of(min(year.end, roll.on)).number
    rows = VillageWarning.objects.in_scope(roll.scope).in_county(roll.county)
    rows = rows.filter(month__range=(year.first_month.number, last)).exclude(colour=Colour.GREY)
    newest: dict[str, tuple[int, str]] = {}
    for code, month, colour in rows.values_list("village__code", "month", "colour"):
        if township := roll.townships.get(code):
            newest[code] = max(newest.get(code, (0, "")), (month, colour))
            yield township, "warnings.not_red", Rate(int(colour != Colour.RED), 1)
    for code, (_month, colour) in newest.items():
        yield roll.townships[code], "warnings.red_now", Rate(int(colour == Colour.RED), 1)
