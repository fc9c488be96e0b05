"""Hints from the cadre ledgers: the secretary, successors, sanctions."""

from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from cadres.figures import VillageTeam, teams
from cadres.figures.dispositions import Sanctioned, sanctioned
from cadres.figures.secretary_grades import Grades, secretary_grades
from cadres.wording.appraisal import Grade
from rectification.parameters.screening import YOUNG_AGE
from rectification.rules.screening import Reading, at_least, exactly
from villages.affairs.figures import Roll

# A grade older than this says nothing about today.
_NEWEST = 2


def readings(of: Roll) -> dict[str, dict[int, Reading]]:
    """Seven queries. Sanctions are filed when they happen: a village with a ledger of its cadres
    and without a row had none."""
    found = teams(of.scope, of.county, of.on)
    graded = secretary_grades(of.scope, of.county, of.on)
    punished = sanctioned(of.scope, of.county, of.on)
    young = of.number(YOUNG_AGE)
    return {
        "secretary_vacant_days": {pk: _vacant(team, of.on) for pk, team in found.items()},
        "reserve_cadres": {pk: _successors(team, of.on, young) for pk, team in found.items()},
        "secretary_grade": {
            pk: one for pk, grades in graded.items() if (one := _grade(grades, of.on.year))
        },
        "sanctioned_cadres": {
            pk: _sanctions(punished.get(pk, Sanctioned(0, secretary=False))) for pk in found
        },
    }


def _vacant(team: VillageTeam, on: date) -> Reading:
    if team.has_secretary:
        return exactly(0, _("书记在岗"))
    if team.vacant_since is not None:
        days = (on - team.vacant_since).days
        return exactly(days, _("书记空缺 %d 天") % days)
    days = max(0, (on - team.known_since).days)
    return at_least(days, _("书记空缺至少 %d 天") % days)


def _grade(grades: Grades, year: int) -> Reading | None:
    newest, grade = grades[0]
    if newest < year - _NEWEST:
        return None
    words = _("书记 %(year)d 年考核%(grade)s") % {"year": newest, "grade": Grade(grade).label}
    if grade == Grade.INCOMPETENT:
        return exactly(2, words)
    run = _run_of_basic(grades)
    return exactly(run, _("%(said)s,连续 %(run)d 年") % {"said": words, "run": run} if run > 1
                   else words)  # fmt: skip


def _run_of_basic(grades: Grades) -> int:
    newest, run = grades[0][0], 0
    for year, grade in grades:
        if grade != Grade.BASIC or year != newest - run:
            break
        run += 1
    return run


def _successors(team: VillageTeam, on: date, young: int) -> Reading:
    reserve = _("后备干部 %d 人") % team.reserve
    if team.youngest_birth is None:
        return Reading(low=Fraction(team.reserve), text=reserve)
    age = _age(team.youngest_birth, on)
    words = _("%(reserve)s,两委最年轻 %(age)d 岁") % {"reserve": reserve, "age": age}
    if age <= young:
        return exactly(team.reserve, words, settled=False)
    if team.births_missing:
        return Reading(low=Fraction(team.reserve), text=words)
    return exactly(team.reserve, words)


def _age(birth_month: int, on: date) -> int:
    """Full years by the month: whoever was born this month counts as having had the birthday."""
    year, month = divmod(birth_month, 100)
    return on.year - year - (on.month < month)


def _sanctions(one: Sanctioned) -> Reading:
    if not one.people:
        return exactly(0, _("近期没有村干部受处置"))
    words = _("近期受处置村干部 %d 人") % one.people
    if one.secretary:
        return exactly(one.people, _("%s,其中有书记") % words, settled=True)
    return exactly(one.people, words)
