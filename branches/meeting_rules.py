"""Whether organization life was held as often as it should be. Pure.

A meeting that is due so many times a year is due once in every stretch of twelve months divided by
that number. A stretch may run over its calendar period by months of grace: the yearly organization
life meeting of 2025 may be held until the end of February 2026, so its stretch is March to February
and every meeting belongs to one stretch only.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from villages.common.periods import Month

MONTHS = 12


class Verdict(StrEnum):
    """What is known of one stretch."""

    HELD = "held"
    MISSED = "missed"
    UNKNOWN = "unknown"  # a month of it was not filed
    RUNNING = "running"  # not over yet, nothing held so far


@dataclass(frozen=True)
class Stretch:
    """Whole months in which a meeting is due once, first and last included."""

    first: Month
    last: Month

    @property
    def months(self) -> tuple[Month, ...]:
        """The months inside."""
        return self.first.until(self.last)

    def holds(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.first.start <= day <= self.last.end


@dataclass(frozen=True)
class Rhythm:
    """How many times a year, and by how many months a stretch may run over."""

    times: int
    grace: int = 0

    @property
    def length(self) -> int:
        """Months of one stretch; `times` that do not divide a year round to the shorter side."""
        return MONTHS // self.times

    def at(self, day: date) -> Stretch:
        """The stretch that holds a day."""
        month = Month.of(day).shift(-self.grace)
        first = Month(month.year, (month.month - 1) // self.length * self.length + 1)
        begin = first.shift(self.grace)
        return Stretch(begin, begin.shift(self.length - 1))

    def before(self, day: date, count: int) -> list[Stretch]:
        """The stretch that holds the day and `count` earlier ones, newest first."""
        return list(_stretches(self, day, count))


@lru_cache(maxsize=64)
def _stretches(rhythm: Rhythm, day: date, count: int) -> tuple[Stretch, ...]:
    """Remembered: all branches of a county are asked about the same ones."""
    found = [rhythm.at(day)]
    for _step in range(count):
        found.append(rhythm.at(found[-1].first.previous().start))
    return tuple(found)


@dataclass(frozen=True)
class Filed:
    """What one branch filed: the days of meetings of one kind, and the numbers of the months about
    which it filed anything (a meeting of any kind, or that nothing was held)."""

    days: Collection[date]
    months: Collection[int]
    since: date | None = None


def verdict(stretch: Stretch, filed: Filed, on: date, *, over: bool = False) -> Verdict:
    """One stretch as known on a day; `over`: at the end of that day, so that a stretch which ends
    with it is complete."""
    if any(stretch.holds(day) and day <= on for day in filed.days):
        return Verdict.HELD
    if on < stretch.last.end or (on == stretch.last.end and not over):
        return Verdict.RUNNING
    known = all(month.number in filed.months for month in stretch.months)
    return Verdict.MISSED if known else Verdict.UNKNOWN


def verdicts(
    rhythm: Rhythm, filed: Filed, on: date, count: int, *, over: bool = False
) -> list[Verdict]:
    """The running stretch and `count` earlier ones, newest first.

    A stretch that began before the branch was founded is left out: nothing was due in it.
    """
    stretches = rhythm.before(on, count)
    kept = [one for one in stretches if filed.since is None or one.first.start >= filed.since]
    return [verdict(one, filed, on, over=over) for one in kept]


def newest_end(rhythm: Rhythm, on: date, *, over: bool = False) -> date:
    """The last day of the newest stretch that is complete."""
    running = rhythm.at(on)
    return on if over and running.last.end == on else running.first.previous().end


def running_misses(found: Sequence[Verdict]) -> int | None:
    """How many stretches in a row, up to the newest complete one, were missed.

    A meeting in the running stretch ends the row. None where the newest complete stretch is
    unknown; an unknown one further back ends the row. 0 where nothing was due yet.
    """
    told = found[1:] if found and found[0] is Verdict.RUNNING else found
    if told and told[0] is Verdict.UNKNOWN:
        return None
    return sum(1 for _one in takewhile(lambda one: one is Verdict.MISSED, told))
