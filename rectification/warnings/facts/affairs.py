"""What the ledgers of village affairs say, for W16-W21."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from rectification.warnings.facts.asking import Asked
from rectification.warnings.rules.matters import Missing
from villages.affairs.choices import Grade
from villages.affairs.figures import Roll
from villages.affairs.figures.disclosure import disclosure
from villages.affairs.figures.due import VillageDisclosure
from villages.affairs.figures.incidents import VillageIncidents, incidents
from villages.affairs.figures.matters import MissingStep, VillageMatters, matters
from villages.affairs.figures.meetings import meetings
from villages.affairs.figures.petitions import Petitions, petitions
from villages.affairs.figures.satisfaction import satisfaction
from villages.common.periods import Month, Quarter

T = TypeVar("T")
Fields = dict[str, Any]
_GRADES = {grade: place for place, grade in enumerate(Grade, start=1)}


def known(asked: Asked) -> dict[int, Fields]:
    """By village (primary key) the fields of `rules/known/affairs.py` that are known.

    Seven queries. Whatever days of grace a rule allows, nothing is left out here for them.
    Quarters before a village's first row are unknown and never missed.
    """
    roll = asked.roll
    disclosed = _by_key(roll, disclosure(roll, grace=0).by_village)
    met = _by_key(roll, meetings(roll).by_village)
    decided = _by_key(roll, matters(roll, days=0).by_village)
    filed = _by_key(roll, petitions(roll, asked.month).by_village)
    asked_people = _by_key(roll, satisfaction(roll).by_village)
    found: dict[int, Fields] = {pk: {} for pk in roll.codes}
    for pk, one in disclosed.items():
        found[pk] |= _disclosed(one, roll)
    for pk, held in met.items():
        if held.quarters_known:
            found[pk]["meeting_quarters"] = min(held.quarters_without, held.quarters_known)
    for pk, matter in decided.items():
        found[pk] |= _decided(matter)
    for pk, counts in filed.items():
        found[pk] |= _petitioned(counts)
    for pk, survey in asked_people.items():
        found[pk] |= {"survey_content": survey.content, "survey_answered": survey.answered}
    for pk, happened in _happened(roll).items():
        found[pk] |= happened
    return found


def _by_key(roll: Roll, found: Mapping[str, T]) -> dict[int, T]:
    return {pk: found[code] for pk, code in roll.codes.items() if code in found}


def _disclosed(one: VillageDisclosure, roll: Roll) -> Fields:
    quarter, month = Quarter.of(roll.on).previous(), Month.of(roll.on).previous()
    if not one.quarters_known:
        return {}
    return {
        "disclosure_quarters": min(one.quarters_in_a_row, one.quarters_known),
        "disclosure_quarter_days": (roll.on - quarter.end).days,
        "disclosure_months": one.months_in_a_row,
        "disclosure_month_days": (roll.on - month.end).days,
    }


def _decided(one: VillageMatters) -> Fields:
    steps = [_missing(step) for step in one.missing]
    return {"matters": one.total, "matters_missing": " ".join(map(str, _gravest(steps)))}


def _missing(step: MissingStep) -> Missing:
    return Missing(step.days, step.amount_fen or 0, step.step)


def _gravest(steps: Iterable[Missing]) -> list[Missing]:
    """Those that no other one outdoes in both days and money, the longest first."""
    kept: list[Missing] = []
    for one in sorted(steps, key=lambda one: (-one.days, -one.fen, one.step)):
        if not kept or one.fen > kept[-1].fen:
            kept.append(one)
    return kept


def _petitioned(one: Petitions) -> Fields:
    return {
        "petitions_first": one.first,
        "petitions_collective": one.collective,
        "petitions_beyond": one.beyond,
        "petitions_unresolved": one.unresolved,
        "petitions_overdue": one.overdue,
    }


def _happened(roll: Roll) -> dict[int, Fields]:
    """Incidents are reported when they happen: a village without a row had none."""
    happened = _by_key(roll, incidents(roll).by_village)
    return {pk: _incidents(happened[pk]) if pk in happened else {"incidents": 0}
            for pk in roll.codes}  # fmt: skip


def _incidents(one: VillageIncidents) -> Fields:
    grade = _GRADES[one.worst_accident] if one.worst_accident else 0
    return {"incidents": one.count, "incidents_mass": one.has_mass, "incident_grade": grade}
