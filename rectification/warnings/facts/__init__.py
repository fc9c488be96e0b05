"""Collects what is known of all villages of a county, for the rules."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rectification.warnings.facts import affairs, branches, economy, own, stationed, teams, work
from rectification.warnings.facts.asking import Asked
from rectification.warnings.rules import VillageFacts
from villages.affairs.figures.roll import roll
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.imports.months import closing_date

_AREAS = (teams, stationed, branches, affairs, economy, work)


@dataclass(frozen=True)
class Known:
    """A village and what is known of it."""

    village: int
    code: str
    township: str
    facts: VillageFacts


def collect(county: str, month: Month, own_keys: Collection[str] = ()) -> list[Known]:
    """All villages of the county on the map at the month's end, in order of their codes.

    `own_keys` name the numbers that the county's own rules compare. A running month is judged as
    of today, and whole months up to the last one whose day of closing has come. The number of
    queries is the same for any number of villages and is held by a test.
    """
    on = min(month.end, clock.today())
    today = clock.today()
    over = today >= closing_date(month, county)
    closed_on = min(closing_date(month if over else month.previous(), county), today)
    asked = Asked(roll(Scope.of([county]), county, on), month, over, closed_on)
    areas = [area.known(asked) for area in _AREAS]
    facts = {pk: _facts(month, pk, areas) for pk in asked.roll.codes}
    if own_keys:
        told = own.known(asked, own_keys, facts)
        facts = {pk: replace(one, own=told[pk]) for pk, one in facts.items()}
    return [
        Known(pk, code, asked.roll.townships[code], facts[pk])
        for pk, code in sorted(asked.roll.codes.items(), key=lambda item: item[1])
    ]


def _facts(month: Month, pk: int, areas: list[Mapping[int, Mapping[str, Any]]]) -> VillageFacts:
    known: dict[str, Any] = {}
    for area in areas:
        known |= area.get(pk, {})
    return VillageFacts.from_json({"months": month.month, **known})
