"""Collective economy and satisfaction of a year, by township."""

from collections.abc import Iterator

from collective_economy.figures.income import income
from collective_economy.figures.projects import projects
from collective_economy.models import IncomePlan
from rectification.reports.assessment.rules.inputs import Rate
from rectification.reports.assessment_parameters import INCOME_LINE
from villages.affairs.figures.roll import Roll
from villages.affairs.figures.satisfaction import satisfaction
from villages.common.periods import Month, Year

Told = Iterator[tuple[str, str, Rate]]
_FEN = 100


def year_economy(roll: Roll, year: Year) -> Told:
    """Income against the plan, villages that reach the county's line, projects that keep to their
    plan; never absolute wealth. Up to eight queries. Money in fen."""
    month = _month(roll, year)
    known = income(roll.scope, roll.county, month).known
    line = roll.number(INCOME_LINE) * _FEN
    plans = _plans(roll, year)
    for code, fen in known.items():
        township = roll.townships.get(code)
        if township is None:
            continue
        yield township, "economy.line", Rate(int(fen >= line), 1)
        if plans.get(code):
            yield township, "economy.plan", Rate(fen, plans[code])
    yield from _projects(roll, year)


def _month(roll: Roll, year: Year) -> Month:
    """The last month of the year that is over; its first one before that."""
    running = Month.of(min(year.end, roll.on))
    over = roll.on >= running.end or running == year.first_month
    return running if over else running.previous()


def _plans(roll: Roll, year: Year) -> dict[str, int]:
    rows = IncomePlan.objects.in_scope(roll.scope).in_county(roll.county).filter(year=year.year)
    return dict(rows.values_list("village__code", "plan_fen"))


def _projects(roll: Roll, year: Year) -> Told:
    """Those under work in the year whose plan has dates."""
    for one in projects(roll.scope, roll.county, roll.on):
        project = one.project
        begun = project.planned_start_on
        over = project.finished_on is not None and project.finished_on < year.start
        township = roll.townships.get(project.village.code)
        if township and begun and begun <= roll.on and not over:
            lag = one.behind(roll.on)
            if lag is not None:
                yield township, "economy.projects", Rate(int(lag == 0), 1)


def year_masses(roll: Roll, _year: Year) -> Told:
    """The newest valid survey of each village. One query."""
    for code, one in satisfaction(roll).by_village.items():
        if township := roll.townships.get(code):
            yield township, "masses.satisfaction", Rate(one.content, one.answered)
