"""Brings a list of divisions into the map: new units are added, renamed ones keep their old name.

Loading the same list again changes nothing. A unit that the list does not name is left alone:
what was abolished is recorded by an action with its basis, never by a list that is silent.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.codes import Level
from villages.common.errors import DomainError
from villages.db import bulk
from villages.divisions.levels import LEVELS, Context, LevelLoad
from villages.divisions.reader import DivisionTable
from villages.divisions.renaming import apply_renames
from villages.divisions.tally import Tally
from villages.trace.record import record

AT_ONCE = 20_000
Progress = Callable[[Level, int, float], None]


@dataclass(frozen=True)
class LoadResult:
    """What a load did, by level; `missing` counts units of the map that the list does not name."""

    county: str
    tallies: dict[Level, Tally] = field(default_factory=dict)

    @property
    def changed(self) -> int:
        """Units added or renamed."""
        return sum(one.created + one.renamed for one in self.tallies.values())


def _quiet(level: Level, done: int, share: float) -> None:
    """No progress is shown."""


@transaction.atomic
def load_divisions(
    *, folder: Path, by: Any, county: str = "", progress: Progress = _quiet
) -> LoadResult:
    """Counties, townships and villages of a list, or of one county in it; one audit entry.

    Nothing is written unless everything can be. Raises `divisions_missing`, `divisions_header`,
    `divisions_code`, `divisions_name`, `divisions_orphan`, `divisions_no_county`.
    """
    result = LoadResult(county)
    context = Context.read(folder)
    for level in (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE):
        table = DivisionTable(folder, level)
        result.tallies[level] = _load_level(table, LEVELS[level], county, context, progress)
    if county and not result.tallies[Level.COUNTY].read:
        raise DomainError(
            "divisions_no_county",
            _("名录中没有代码为 %s 的县。") % county,
            _("请核对六位县代码。"),
        )
    _record(result, by)
    return result


def _load_level(
    table: DivisionTable, level: LevelLoad, county: str, context: Context, progress: Progress
) -> Tally:
    context.look_up(level, county)
    tally = Tally()
    for rows in _chunks(table.rows(county)):
        _load_rows(rows, level, context, tally)
        progress(level.level, tally.read, table.share_read)
    tally.missing = _in_map(level, county) - tally.known - tally.created
    if tally.created:
        bulk.settle(level.model)
    return tally


def _load_rows(
    rows: list[tuple[str, str]], level: LevelLoad, context: Context, tally: Tally
) -> None:
    named = level.named(rows)
    known = _known(level.model, named)
    fresh = [pair for pair in named if pair[0] not in known]
    other = [pair for pair in named if known.get(pair[0], pair[1]) != pair[1]]
    tally.count(named, created=len(fresh))
    bulk.insert(level.model, level.columns, level.built(fresh, context))
    tally.renamed += apply_renames(level.model, other, known, on=clock.today())


def _known(model: Any, rows: list[tuple[str, str]]) -> dict[str, str]:
    """Names that the map holds for these codes; sorted files make this one narrow range."""
    codes = [code for code, _name in rows]
    inside = model.objects.filter(code__gte=min(codes), code__lte=max(codes))
    return dict(inside.values_list("code", "name"))


def _chunks(rows: Iterator[tuple[str, str]]) -> Iterable[list[tuple[str, str]]]:
    while chunk := list(islice(rows, AT_ONCE)):
        yield chunk


def _in_map(level: LevelLoad, county: str) -> int:
    return int(level.model.objects.filter(code__startswith=county).count())


def _record(result: LoadResult, by: Any) -> None:
    if not result.changed:
        return
    record(
        "divisions.loaded",
        by=by,
        county=result.county,
        name=result.county or _("全国"),
        after={level.name.lower(): one.as_dict() for level, one in result.tallies.items()},
        count=result.changed,
        rows=[[int(level), one.digest] for level, one in result.tallies.items()],
    )
