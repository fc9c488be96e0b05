"""What is read about the three colours, once, before anything is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from rectification.reports.asked import Asked
from rectification.reports.figures.warned import (
    Event,
    Objection,
    Standing,
    events,
    objections,
    standings,
    titles,
)
from rectification.warnings.figures.colours import ColourFigures, VillageColour
from rectification.warnings.judgement import COMBINED
from villages.common.periods import Month


@dataclass(frozen=True)
class Read:
    """Colours now, before and a year ago; events and objections of the period."""

    standings: Mapping[int, Mapping[str, Standing]]
    events: tuple[Event, ...]
    objections: tuple[Objection, ...]
    titles: Mapping[str, str]
    month: Month
    before: Month
    year: Month

    def colour(self, month: Month, code: str) -> str:
        """The colour of a village in a month, empty where nobody judged it."""
        found = self.standings[month.number].get(code)
        return found.colour if found else ""

    @cached_property
    def now(self) -> ColourFigures:
        """Colours and reasons at the end of the period."""
        rows = self.standings[self.month.number].items()
        return ColourFigures({code: VillageColour(one.colour, one.reasons) for code, one in rows})

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Villages that may not be named yet."""
        rows = self.standings[self.month.number].items()
        return frozenset(code for code, one in rows if not one.is_public)


def read_warnings(asked: Asked, at: datetime) -> Read:
    """As of the moment `at`. At most five queries."""
    scope, county, month = asked.scope, asked.county.code, asked.month
    before = asked.period.previous().last_month
    year = month.same_last_year()
    told = asked.read(standings, scope, county, (month, before, year), at)
    fired = {found["rule"] for row in told[month.number].values() for found in row.reasons}
    return Read(
        told,
        asked.read(events, scope, county, asked.months, asked.as_of, at),
        asked.read(objections, scope, county, asked.period.start, asked.as_of),
        titles(county, month.end, fired - set(COMBINED)), month, before, year,
    )  # fmt: skip
