"""Many statements of income at once, by their natural key."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.actions.judging import Judge, judge_of
from collective_economy.actions.stating import Entry, Key, Standing, standing, supersedes, write
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.trace.record import record

WRITTEN = ("created", "corrected")


@dataclass(frozen=True)
class Outcome:
    """What became of one statement: created, corrected, unchanged, refused and why."""

    entry: Entry
    outcome: str
    error: DomainError | None = None


@transaction.atomic
def push_income(
    entries: Iterable[Entry], *, county: str, on: date, by: Any, whole: bool = False
) -> list[Outcome]:
    """Writes statements of one county, each with its own outcome: what is said again is
    unchanged, so a push may be repeated. What differs from a statement in force needs a reason.

    A refused statement keeps no other from being written, unless `whole`: then nothing is.
    Five statements and three more per month; one entry in the trail.
    """
    said = list(entries)
    stated: dict[Key, Standing] = {}
    for first, last in dict.fromkeys((one.first, one.last) for one in said):
        stated |= standing(county, first, last)
    outcomes = list(_judged(said, stated, _judges(said, county, on)))
    written = [one.entry for one in outcomes if one.outcome in WRITTEN]
    if not written or (whole and any(one.error for one in outcomes)):
        return outcomes
    write(written, stated, county=county, on=on)
    rows = [[one.village.code, one.category, one.first, one.last, one.fen] for one in written]
    record("income.pushed", by=by, county=county, count=len(written), rows=rows)
    return outcomes


def _judges(entries: list[Entry], county: str, on: date) -> dict[int, Judge]:
    villages = list({one.village.pk for one in entries})
    return {
        last: judge_of(county, Month.from_number(last), on, villages)
        for last in sorted({one.last for one in entries})
    }


def _judged(
    entries: list[Entry], stated: Mapping[Key, Standing], judges: Mapping[int, Judge]
) -> Iterator[Outcome]:
    seen: set[Key] = set()
    for one in entries:
        old = stated.get(one.key)
        try:
            if one.key in seen:
                raise DomainError("duplicate_row", _("同一条记录出现了两次。"))
            seen.add(one.key)
            if not supersedes(one, old):
                yield Outcome(one, "unchanged")
                continue
            judges[one.last].refuse(one, old)
            yield Outcome(one, "corrected" if old else "created")
        except DomainError as error:
            yield Outcome(one, "refused", error)
