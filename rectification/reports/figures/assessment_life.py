"""Organization life of a whole year, on time or not, by township."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from branches.choices import MeetingKind
from branches.figures.life import is_due, rhythms
from branches.meeting_rules import Filed, Rhythm, Stretch, Verdict, verdict
from branches.models import Meeting, PartyBranch, QuietMonth
from rectification.reports.assessment.rules.inputs import Rate
from villages.affairs.figures.roll import Roll
from villages.common.periods import Month, Year

_FIELDS = ("pk", "village__code", "seats", "party_groups", "founded_on")
_Days = Mapping[int, Mapping[str, list[date]]]


def year_life(roll: Roll, year: Year) -> Iterator[tuple[str, str, Rate]]:
    """By township and input: complete stretches of the year in which a meeting was held, of those
    of which it is known; and the number of those missed. Three queries.

    A stretch belongs to the year in which it ends. What was told of no month is unknown: in
    neither number. Talks have no stretch.
    """
    due = {kind: one for kind, one in rhythms(roll.county, roll.on).items()
           if kind != MeetingKind.TALK}  # fmt: skip
    stretches = {kind: _stretches(rhythm, year, roll.on) for kind, rhythm in due.items()}
    first = min((one.first.start for all_ in stretches.values() for one in all_), default=roll.on)
    met = _meetings(roll, first)
    months = _months(roll, first, met)
    for branch in _branches(roll):
        township = roll.townships.get(branch["village__code"])
        for kind, wanted in stretches.items():
            if township and is_due(kind, branch):
                filed = Filed(met[branch["pk"]][kind], months[branch["pk"]], branch["founded_on"])
                yield from _told(township, kind, wanted, filed, roll.on)


def _told(
    township: str, kind: str, wanted: list[Stretch], filed: Filed, on: date
) -> Iterator[tuple[str, str, Rate]]:
    owed = [one for one in wanted if filed.since is None or one.first.start >= filed.since]
    found = [verdict(one, filed, on, over=True) for one in owed]
    held, missed = found.count(Verdict.HELD), found.count(Verdict.MISSED)
    yield township, f"life.{kind}", Rate(held, held + missed)
    yield township, "life.missed", Rate(missed, held + missed)


def _stretches(rhythm: Rhythm, year: Year, on: date) -> list[Stretch]:
    """Those that end in the year and are over."""
    found = rhythm.before(min(on, year.end), rhythm.times)
    return [one for one in found if year.start <= one.last.end <= min(on, year.end)]


def _branches(roll: Roll) -> list[Any]:
    rows = PartyBranch.objects.in_scope(roll.scope).in_county(roll.county).on(roll.on)
    return list(rows.holding_members().order_by("pk").values(*_FIELDS))


def _meetings(roll: Roll, first: date) -> _Days:
    met: dict[int, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    rows = Meeting.objects.in_scope(roll.scope).in_county(roll.county).between(first, roll.on)
    for branch, kind, day in rows.order_by().values_list("branch_id", "kind", "held_on"):
        met[branch][kind].append(day)
    return met


def _months(roll: Roll, first: date, met: _Days) -> Mapping[int, set[int]]:
    filed: dict[int, set[int]] = defaultdict(set)
    for branch, kinds in met.items():
        filed[branch] = {Month.of(day).number for days in kinds.values() for day in days}
    rows = QuietMonth.objects.in_scope(roll.scope).in_county(roll.county)
    rows = rows.filter(month__range=(Month.of(first).number, Month.of(roll.on).number))
    for branch, month in rows.order_by().values_list("branch_id", "month"):
        filed[branch].add(month)
    return filed
