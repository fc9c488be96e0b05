"""What a year's batch achieved (整顿成效): the figures that counties report, each with its rows.

Nothing is counted here: every number is the figure of the app that owns the rows, asked for the
villages of the batch alone.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.figures.acceptance import Fate, batch_fate
from rectification.figures.effect_parts import GROUPS, Batch, Effect, Group
from rectification.figures.effect_petitions import of_petitions
from rectification.figures.effect_villages import of_ranks, of_teams
from rectification.figures.effect_work import (
    LISTED,
    of_acceptance,
    of_problems,
    of_works,
    place_of,
)
from villages.common.scope import Scope


@dataclass(frozen=True)
class Effects:
    """The figures of a batch in the order of the page; without cases those of acceptance alone."""

    year: int
    on: date
    all: tuple[Effect, ...]

    def get(self, key: str) -> Effect | None:
        """One figure by its key."""
        return next((one for one in self.all if one.key == key), None)

    def of(self, group: Group) -> tuple[Effect, ...]:
        """The figures of one group."""
        return tuple(one for one in self.all if one.group == group)

    @property
    def groups(self) -> list[tuple[Any, tuple[Effect, ...]]]:
        """The groups that have figures, by label, none of an empty batch; nobody waiting is not
        worth a tile."""
        listed = self.get(LISTED)
        if not (listed and listed.number):
            return []
        shown = [(label, self._shown(group)) for group, label in GROUPS.items()]
        return [(label, found) for label, found in shown if found]

    def _shown(self, group: Group) -> tuple[Effect, ...]:
        return tuple(one for one in self.of(group) if one.key != Fate.PENDING or one.number)


def effects(scope: Scope | None, county: str, year: int, on: date) -> Effects:
    """The batch of a year inside a territory.

    Teams, people and petitions are told as of the day, or of the year's last day if that is
    earlier; acceptance, problems and works as they stand in the ledgers. A gap (`figure.missing`)
    names villages that filed nothing; they are in no sum. Fifteen queries and the county's numbers,
    however many villages; one more when the rows of a problem or a work are read.
    """
    batch = batch_of(scope, county, year, on)
    more = (of_teams, of_ranks, of_problems, of_works, of_petitions) if batch.places else ()
    made = (of_acceptance, *more)
    return Effects(year, batch.on, tuple(effect for each in made for effect in each(batch)))


def batch_of(scope: Scope | None, county: str, year: int, on: date) -> Batch:
    """The batch with its villages; a village with two rounds stands with the later one."""
    fate = batch_fate(scope, county, year)
    places = {one.village_code: place_of(one) for one in fate.rows}
    day = min(on, date(year, 12, 31))
    return Batch(scope, county, year, day, fate, places, Scope.of(places))
