"""Everything that is known of the townships of a county for a year's assessment."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from rectification.reports.assessment.rules.inputs import Rate
from rectification.reports.figures.assessment_cadres import year_cadres, year_residents
from rectification.reports.figures.assessment_cases import year_cases, year_warnings
from rectification.reports.figures.assessment_economy import year_economy, year_masses
from rectification.reports.figures.assessment_life import year_life
from villages.affairs.figures.roll import Roll, roll
from villages.common.periods import Year
from villages.common.scope import Scope

Source = Callable[[Roll, Year], Iterator[tuple[str, str, Rate]]]
_SOURCES: tuple[Source, ...] = (
    year_life, year_cadres, year_cases, year_warnings, year_economy, year_masses, year_residents,
)  # fmt: skip
Inputs = Mapping[str, Mapping[str, Rate]]


def inputs_of(county: str, year: int, on: date) -> Inputs:
    """By township and key of the registry, up to a day of the year. What nobody told is absent,
    never zero. Some 28 queries, whatever the number of villages."""
    found: dict[str, dict[str, Rate]] = defaultdict(dict)
    known = roll(Scope.of([county]), county, min(on, Year(year).end))
    for source in _SOURCES:
        for township, key, rate in source(known, Year(year)):
            held = found[township]
            held[key] = held[key] + rate if key in held else rate
    return {township: dict(rates) for township, rates in found.items()}
