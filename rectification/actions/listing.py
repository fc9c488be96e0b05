"""Many candidates go onto the county's list by one decision of its standing committee."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.months import closed_among
from rectification.actions.numbering import next_numbers
from rectification.actions.one_open import many_open, open_cases, second_case
from rectification.actions.opening import (
    OPENED,
    Situations,
    directly,
    former_cases,
    person_of,
)
from rectification.actions.stepping import Said, event_of
from rectification.choices import CaseLevel
from rectification.models import CaseEvent, CaseSituation, RectificationCase
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.months import closed_words
from villages.ledgers.keeping import refuse_broken
from villages.models import Village
from villages.trace.record import record


@dataclass(frozen=True)
class Decision:
    """What one decision says of all villages in it; `on` is the day of the meeting."""

    on: date
    year: int
    document_no: str
    case_class: str
    reason: str
    level: str = CaseLevel.GENERAL


@dataclass(frozen=True)
class Told:
    """What became of a village: its case, or why it has none."""

    village: Village
    case: RectificationCase | None = None
    error: DomainError | None = None


@transaction.atomic
def list_many(
    chosen: Iterable[tuple[Village, Situations]], *, by: Any, decision: Decision
) -> list[Told]:
    """Lists every village that can be listed and says of the others why not.

    Each comes with the situations that fit. One entry in the trail for all; statements do not
    grow with villages. Raises `several_counties`, `no_scheme`, and `case_open` where somebody
    else was quicker.
    """
    asked = {village.pk: (village, tuple(some)) for village, some in chosen}
    if not asked:
        return []
    villages = [village for village, _some in asked.values()]
    county = _only_county(villages)
    numbers = next_numbers(county, decision.year, len(villages))
    refused = _refusals(villages, decision)
    free = [one for one in villages if one.pk not in refused]
    made = _cases(free, numbers, by, decision) if free else []
    refused |= {one.village.pk: error for one, error in made if error}
    good = [one for one, error in made if error is None]
    _write(good, {key: some for key, (_village, some) in asked.items()}, by, decision)
    kept = {one.village_id: one for one in good}
    return [Told(one, kept.get(one.pk), refused.get(one.pk)) for one in villages]


def _only_county(villages: Iterable[Village]) -> str:
    codes = sorted({one.county_code for one in villages})
    if len(codes) > 1:
        words = _("选中的村不属于同一个县。")
        raise DomainError("several_counties", words, _("请分县办理。"))
    return codes[0]


def _refusals(villages: list[Village], decision: Decision) -> dict[int, DomainError]:
    closed, cases = closed_among(villages, decision.on), open_cases(villages)
    shut = closed_words(Month(decision.on.year, decision.on.month))
    found = {one.pk: shut for one in villages if one.code in closed}
    return found | {key: second_case(one) for key, one in cases.items()}


def _cases(
    villages: list[Village], numbers: list[str], by: Any, decision: Decision
) -> list[tuple[RectificationCase, DomainError | None]]:
    """Cases not written yet, the next number for each good one; a faulty one has its words."""
    former = former_cases(villages, decision.year, decision.on)
    values, free = _values(villages[0].county_code, by, decision), iter(numbers)
    number, made = next(free), []
    for village in villages:
        case = RectificationCase(
            village=village, number=number, previous_case=former.get(village.pk), **values
        )
        made.append((case, _fault(case)))
        number = number if made[-1][1] else next(free, "")
    return made


def _values(county: str, by: Any, decision: Decision) -> dict[str, Any]:
    """What all cases of the decision hold alike."""
    return {
        "county_code": county, "listed_year": decision.year, "case_class": decision.case_class,
        "level": decision.level, "handler": person_of(by),
        **directly(county, decision.on, decision.document_no, decision.reason),
    }  # fmt: skip


def _fault(case: RectificationCase) -> DomainError | None:
    try:
        refuse_broken(case)
    except DomainError as error:
        return error
    return None


def _write(
    cases: list[RectificationCase], situations: dict[int, Any], by: Any, decision: Decision
) -> None:
    with many_open():
        RectificationCase.objects.bulk_create(cases)
    CaseSituation.objects.bulk_create(
        CaseSituation(
            case=one, village=one.village, county_code=one.county_code, item=item, facts=facts
        )
        for one in cases
        for item, facts in situations[one.village_id]
    )
    said = Said(text=decision.reason, document_no=decision.document_no)
    CaseEvent.objects.bulk_create(
        event_of(one, OPENED, by=by, on=decision.on, said=said) for one in cases
    )
    if cases:
        _trace(cases, by, decision)


def _trace(cases: list[RectificationCase], by: Any, decision: Decision) -> None:
    record(
        "case.listed_many", by=by, county=cases[0].county_code, name=str(_("整顿台账")),
        after={"year": decision.year, "on": decision.on, "document_no": decision.document_no},
        reason=decision.reason, count=len(cases),
        rows=[[one.uid, one.village.code, one.number] for one in cases],
    )  # fmt: skip
