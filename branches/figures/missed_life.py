"""Organization life that a village missed, for rules that judge villages at the end of a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from branches.choices import MeetingKind
from branches.figures.life import Attendance, Life, life, rhythms
from branches.meeting_rules import Rhythm, Verdict, newest_end, running_misses
from villages.common.periods import Month
from villages.common.scope import Scope

YEARLY = (MeetingKind.ORG_LIFE, MeetingKind.APPRAISAL)


@dataclass(frozen=True)
class Missed:
    """How a village's branches stand with one kind of meeting.

    `times` is the longest row of complete stretches missed, `silent` counts branches of which
    nobody knows whether they held it. `times_before` and `silent_before` are the same as they
    were before the newest complete stretch, which ended `days_over` days ago.
    """

    times: int
    silent: int
    times_before: int
    silent_before: int
    days_over: int


@dataclass(frozen=True)
class LastHeld:
    """A meeting of a year, by the branch that is furthest behind.

    `on` is the day of its newest one, None where none is known; none was held from `none_since`
    on for certain. A branch owes nothing from before its founding.
    """

    on: date | None
    none_since: date


@dataclass(frozen=True)
class MissedLife:
    """The branches of one village together.

    `kinds` are those due in the county, `yearly` the yearly ones among them. `attendance` is that
    of the branch with the smallest share, `without_numbers` counts branches that told none.
    """

    kinds: Mapping[str, Missed]
    yearly: Mapping[str, LastHeld]
    attendance: Attendance | None
    without_numbers: int


def missed_life(scope: Scope, county: str, on: date) -> dict[int, MissedLife]:
    """By village at the end of a day; a village without a branch has no entry. Three queries."""
    by_village: defaultdict[int, list[Life]] = defaultdict(list)
    for one in life(scope, county, on, over=True):
        by_village[one.village].append(one)
    due = rhythms(county, on)
    return {village: _together(rows, due, on) for village, rows in by_village.items()}


def _together(rows: list[Life], due: Mapping[str, Rhythm], on: date) -> MissedLife:
    known = [one.attendance for one in rows if one.attendance]
    return MissedLife(
        kinds={kind: _missed(kind, rows, rhythm, on) for kind, rhythm in due.items()},
        yearly={str(kind): _last_held(kind, rows, on) for kind in YEARLY if kind in due},
        attendance=min(known, key=lambda one: one.attended / one.should_attend, default=None),
        without_numbers=len(rows) - len(known),
    )


def _missed(kind: str, rows: list[Life], rhythm: Rhythm, on: date) -> Missed:
    ended = newest_end(rhythm, on, over=True)
    times, silent = _worst(_row(kind, one) for one in rows)
    before, silent_before = _worst(_row_before(kind, one, ended, on) for one in rows)
    return Missed(times, silent, before, silent_before, (on - ended).days)


def _worst(rows: Iterable[int | None]) -> tuple[int, int]:
    """The longest row, and how many nobody knows."""
    found = list(rows)
    return max((one for one in found if one is not None), default=0), found.count(None)


def _row(kind: str, one: Life) -> int | None:
    if kind == MeetingKind.COMMITTEE and not one.seats_known:
        return None
    return one.missed(kind)


def _row_before(kind: str, one: Life, ended: date, on: date) -> int | None:
    """The row without the stretch that ended last; a meeting since then ends it all the same."""
    if kind not in one.verdicts:
        return _row(kind, one)
    told = one.verdicts[kind]
    if ended < on:
        if told and told[0] is Verdict.HELD:
            return 0
        told = told[1:]
    return running_misses(told[1:])


def _last_held(kind: str, rows: list[Life], on: date) -> LastHeld:
    days = [_newest(kind, one) for one in rows]
    since = [_none_since(day, one, on) for day, one in zip(days, rows, strict=True)]
    known = [day for day in days if day is not None]
    return LastHeld(min(known) if len(known) == len(days) else None, min(since))


def _newest(kind: str, one: Life) -> date | None:
    days = [day for day in (one.newest.get(kind), one.founded_on) if day]
    return max(days, default=None)


def _none_since(newest: date | None, one: Life, on: date) -> date:
    """The day after the newest one, or the first of the filed months that reach without a gap
    up to the newest complete month; that one, not filed yet, may be missing."""
    month = Month.of(on) if on == Month.of(on).end else Month.of(on).previous()
    if month.number not in one.months:
        month = month.previous()
    begin = on + timedelta(days=1)
    while month.number in one.months:
        begin, month = month.start, month.previous()
    return max(begin, newest + timedelta(days=1)) if newest else begin
