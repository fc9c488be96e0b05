"""Empty seats of the two committees (两委缺员), seat by seat, for rules that judge villages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cadres.figures.seats import Seats, seat_history
from cadres.figures.vacancies import HELD_BY, Chair, Held, history, wanted_of
from cadres.rules.vacancy import Short, Span, gaps_of
from villages.common.scope import Scope

_BODIES = (Chair.PARTY, Chair.COMMITTEE)


class EmptySeat(NamedTuple):
    """Days that one seat has been empty; `at_least`: it may have been longer."""

    days: int
    at_least: bool


@dataclass(frozen=True)
class EmptySeats:
    """Seats of both committees of a village as laid down, None where nobody did, and the empty
    ones, longest first. The secretary's own seat is not among them: its vacancy is another matter.
    """

    seats: int | None
    empty: tuple[EmptySeat, ...]


def empty_seats(scope: Scope, county: str, on: date) -> dict[int, EmptySeats]:
    """Every village with a ledger, by primary key. Two queries.

    Source: tenures up to the day, seats laid down.
    """
    laid_down = seat_history(scope, county, on)
    return {
        village: _of_village(held, laid_down.get(village, []), on)
        for village, held in history(scope, county, on).items()
    }


def _of_village(held: list[Held], laid_down: list[Seats], on: date) -> EmptySeats:
    if not laid_down:
        return EmptySeats(None, ())
    found = [gap for body in _BODIES for gap in _gaps(body, held, laid_down, on)]
    empty = sorted((EmptySeat(one.days(on), one.at_least) for one in found), reverse=True)
    return EmptySeats(laid_down[-1].two_committees, tuple(empty))


def _gaps(body: Chair, held: list[Held], laid_down: list[Seats], on: date) -> list[Short]:
    found = _gaps_in(body, held, laid_down, on)
    if body is Chair.PARTY and found:
        return _without(found, _gaps_in(Chair.SECRETARY, held, laid_down, on))
    return found


def _gaps_in(chair: Chair, held: list[Held], laid_down: list[Seats], on: date) -> list[Short]:
    spans = [Span(one.person, one.start, one.end) for one in held if one.post in HELD_BY[chair]]
    known_since = min(one.recorded for one in held)
    return gaps_of(spans, wanted_of(chair, laid_down), known_since, on)


def _without(found: list[Short], secretary: Iterable[Short]) -> list[Short]:
    """One gap less where there is no secretary: the one of the same day, else the newest."""
    left = list(found)
    for vacancy in secretary:
        same = [one for one in left if one.since == vacancy.since]
        left.remove(same[0] if same else left[-1])
    return left
