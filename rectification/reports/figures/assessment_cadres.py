"""Teams and cadres of a year, by township."""

from collections.abc import Iterable, Iterator
from datetime import date

from cadres.choices import Post
from cadres.figures.completeness import completeness
from cadres.figures.unreviewed import unreviewed
from cadres.figures.vacancies import Held, history
from cadres.models import Disposition, ResidentDuty
from cadres.rules.resident import DutyLines, DutyMonth
from cadres.rules.reviews import WITHOUT
from rectification.reports.assessment.rules.inputs import Rate
from villages import parameters
from villages.affairs.figures.roll import Roll
from villages.common.periods import Year

_LEADING = (Post.SECRETARY, Post.DIRECTOR)
Told = Iterator[tuple[str, str, Rate]]


def year_cadres(roll: Roll, year: Year) -> Told:
    """Days in office, complete teams, reviews of new holders, filed dispositions. Eight queries."""
    for pk, held in history(roll.scope, roll.county, roll.on).items():
        if township := roll.townships.get(roll.codes.get(pk, "")):
            yield township, "cadres.in_office", _in_office(held, year, roll.on)
    for state in completeness(roll.scope, roll.county, roll.on).states:
        if state.both is not None and state.place.code in roll.townships:
            yield roll.townships[state.place.code], "cadres.teams", Rate(int(state.both), 1)
    yield from _reviewed(roll, year)
    yield from _filed(roll, year)


def _in_office(held: Iterable[Held], year: Year, on: date) -> Rate:
    """Days on which there was a secretary, and on which there was a director, of twice the days."""
    rows, last = list(held), min(year.end, on)
    days = (last - year.start).days + 1
    filled = sum(
        len(_days([one for one in rows if one.post == post], year.start, last)) for post in _LEADING
    )
    return Rate(filled, 2 * days)


def _days(held: Iterable[Held], first: date, last: date) -> set[int]:
    """A begin that nobody wrote down lies before the year; the day of leaving is not in office."""
    found: set[int] = set()
    for one in held:
        begin = max(one.start or first, first).toordinal()
        end = min(one.end.toordinal() if one.end else last.toordinal() + 1, last.toordinal() + 1)
        found.update(range(begin, end))
    return found


def _reviewed(roll: Roll, year: Year) -> Told:
    for pk, found in unreviewed(roll.scope, roll.county, roll.on).items():
        new = [one for one in found.holders if year.start <= one.started_on <= year.end]
        township = roll.townships.get(roll.codes.get(pk, ""))
        if township and new:
            well = sum(one.standing not in WITHOUT for one in new)
            yield township, "cadres.reviewed", Rate(well, len(new))


def _filed(roll: Roll, year: Year) -> Told:
    rows = Disposition.objects.in_scope(roll.scope).in_county(roll.county).decided(roll.on)
    rows = rows.filter(decided_on__gte=year.start)
    read = ("village__code", "filed_organization_on", "filed_civil_on")
    for code, *days in rows.values_list(*read):
        if township := roll.townships.get(code):
            filed = all(day is not None and day <= roll.on for day in days)
            yield township, "cadres.filed", Rate(int(filed), 1)


def year_residents(roll: Roll, year: Year) -> Told:
    """Months of people posted to villages: days that reach the county's line, things done. One
    query; a month that nobody told is in no number."""
    last = min(year.end, roll.on)
    rows = ResidentDuty.objects.in_scope(roll.scope).in_county(roll.county)
    rows = rows.filter(month__range=(year.year * 100 + 1, year.year * 100 + last.month))
    lines = _lines(roll.county, last)
    read = ("village__code", "days_actual", "business_days_out", "things_done")
    for code, days, business, things in rows.values_list(*read):
        township = roll.townships.get(code)
        if township is None:
            continue
        counted = DutyMonth(days, business).counted(lines)
        yield township, "resident.days", Rate(int(counted >= lines.warn), 1)
        if things is not None:
            yield township, "resident.things", Rate(int(things > 0), 1)


def _lines(county: str, on: date) -> DutyLines:
    warn, red, business = (
        parameters.value(f"cadres.resident_{key}", on=on, county=county)
        for key in ("warn_days", "red_days", "count_business")
    )
    return DutyLines(warn, red, bool(business))
