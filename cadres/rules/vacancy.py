"""Since when a seat is empty: pure reckoning over days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Span:
    """One person in one body from a day to a day; the last day is no longer one in office."""

    person: int
    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether the person is in office on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or self.end > day)


@dataclass(frozen=True)
class Wanted:
    """How many seats a body has from a day on."""

    since: date
    number: int


@dataclass(frozen=True)
class Short:
    """How many seats are empty, and since when; `at_least`: it may have been longer."""

    missing: int
    since: date
    at_least: bool

    def days(self, on: date) -> int:
        """Days without, up to this day."""
        return max(0, (on - self.since).days)


def short_of(
    spans: Sequence[Span], wanted: Sequence[Wanted], known_since: date, on: date
) -> Short | None:
    """What is missing on a day and since when without a break; None where nothing is.

    Before `known_since` nobody kept the ledger: a gap that reaches back so far may be older,
    unless it began on a day on which somebody is known to have left.
    """
    missing = _missing(spans, wanted, on)
    if missing <= 0:
        return None
    return replace(_at_least(1, spans, wanted, known_since, on), missing=missing)


def gaps_of(
    spans: Sequence[Span], wanted: Sequence[Wanted], known_since: date, on: date
) -> list[Short]:
    """The same for each empty seat, the longest empty one first: the nth says since when at least
    n seats have been empty without a break."""
    missing = _missing(spans, wanted, on)
    return [_at_least(n, spans, wanted, known_since, on) for n in range(1, missing + 1)]


def _at_least(
    least: int, spans: Sequence[Span], wanted: Sequence[Wanted], known_since: date, on: date
) -> Short:
    """So many seats are empty on the day; since when."""
    since = _begin(least, spans, wanted, on)
    if since is not None and (since >= known_since or any(one.end == since for one in spans)):
        return Short(least, since, at_least=False)
    return Short(least, min(known_since, on), at_least=True)


def _begin(least: int, spans: Sequence[Span], wanted: Sequence[Wanted], on: date) -> date | None:
    """The first day of the gap; None where it is older than everything that is known."""
    since = on
    for day in _turns(spans, wanted, on):
        if _missing(spans, wanted, day) < least:
            return since
        since = day
    return None if _missing(spans, wanted, date.min) >= least else since


def _turns(spans: Sequence[Span], wanted: Sequence[Wanted], on: date) -> list[date]:
    """Days up to `on` on which something changed, latest first."""
    days = {day for one in spans for day in (one.start, one.end) if day and day <= on}
    return sorted(days | {one.since for one in wanted if one.since <= on}, reverse=True)


def _missing(spans: Sequence[Span], wanted: Sequence[Wanted], day: date) -> int:
    laid_down = [one.number for one in wanted if one.since <= day]
    people = {one.person for one in spans if one.covers(day)}
    return (laid_down[-1] if laid_down else 0) - len(people)
