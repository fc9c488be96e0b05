"""What a report reads of a year's batch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q

from branches.figures.recruitment import recruits
from cadres.figures.completeness import completeness
from cadres.figures.reserves import reserves
from rectification.figures.effect_parts import Batch, Effect
from rectification.figures.effect_petitions import of_petitions
from rectification.figures.effect_villages import ranks_told, teams_told
from rectification.figures.effect_work import of_acceptance
from rectification.figures.effects import batch_of
from rectification.models import RectificationCase
from rectification.reports.asked import Asked
from villages.common.scope import Scope


@dataclass(frozen=True)
class CaseRead:
    """A batch with what it achieved, and its cases by key with dates and tasks."""

    batch: Batch
    effects: Mapping[str, Effect]
    rows: Mapping[str, Mapping[str, Any]]

    @property
    def year(self) -> int:
        """The year of the batch."""
        return self.batch.year


def batch_year(scope: Scope, county: str, year: int) -> int:
    """The newest batch up to a year: in January the last year's is still the one at work. One
    query."""
    rows = RectificationCase.objects.in_scope(scope).in_county(county).listed()
    found = rows.filter(listed_year__lte=year).aggregate(last=Max("listed_year"))["last"]
    return int(found or year)


def read_batch(asked: Asked) -> CaseRead:
    """The batch of the period's year. Five queries; teams and ranks are read for all topics."""
    scope, county = asked.scope, asked.county.code
    year = asked.read(batch_year, scope, county, asked.as_of.year)
    batch = batch_of(scope, county, year, asked.as_of)
    effects = {one.key: one for one in _effects(asked, batch)} if batch.places else {}
    return CaseRead(batch, effects, _dated(scope, county, year, asked.as_of))


def _effects(asked: Asked, batch: Batch) -> Iterator[Effect]:
    place = asked.scope, batch.county, batch.on
    yield from of_acceptance(batch)
    yield from teams_told(batch, asked.read(completeness, *place).states)
    recruited = asked.read(recruits, *place)
    yield from ranks_told(batch, recruited.values(), asked.read(reserves, *place))
    yield from of_petitions(batch)


def _dated(scope: Scope, county: str, year: int, on: date) -> dict[str, dict[str, Any]]:
    """Dates and tasks of the cases by key. A task of a paper ledger may be done on no day."""
    done = Q(taskitem_rows__progress=100) & (
        Q(taskitem_rows__done_on=None) | Q(taskitem_rows__done_on__lte=on)
    )
    late = Q(taskitem_rows__due_on__lt=on) & ~done
    rows = RectificationCase.objects.in_scope(scope).in_county(county).listed(year).annotate(
        tasks=Count("taskitem_rows"), tasks_done=Count("taskitem_rows", filter=done),
        tasks_late=Count("taskitem_rows", filter=late),
    )  # fmt: skip
    names = ("uid", "deadline", "closed_on", "tasks", "tasks_done", "tasks_late")
    return {row["uid"]: row for row in rows.order_by("pk").values(*names)}
