"""Which planned trips go together, so that a township is visited once and not by three teams.

Pure: months are whole numbers that count up (year * 12 + month - 1).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Trip:
    """One journey of one or more plans to a township.

    `month` is when it is planned; it may be moved from `first` to `last`, the months of its plan.
    `fixed` has others with it already and stays; `alone` never takes anybody along, nor goes with
    anybody: a hidden visit.
    """

    key: str
    plans: frozenset[str]
    township: str
    month: int
    first: int
    last: int
    fixed: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Joint:
    """Trips that go together: to the township and in the month of `host`."""

    host: Trip
    guests: tuple[Trip, ...]

    @property
    def township(self) -> str:
        """Where they go."""
        return self.host.township

    @property
    def saved(self) -> int:
        """How many journeys fewer."""
        return len(self.guests)


def overlaps(trips: Iterable[Trip]) -> dict[tuple[str, int], tuple[Trip, ...]]:
    """Townships that would be visited more than once in a month, with those trips."""
    found: dict[tuple[str, int], list[Trip]] = defaultdict(list)
    for one in trips:
        found[one.township, one.month].append(one)
    return {place: tuple(here) for place, here in sorted(found.items()) if len(here) > 1}


def proposals(trips: Iterable[Trip], reach: int) -> tuple[Joint, ...]:
    """What should go together, township by township, the largest party first.

    A trip moves by at most `reach` months and never outside its plan's dates; a plan visits a
    township at most once in a month.
    """
    places: dict[str, list[Trip]] = defaultdict(list)
    for one in trips:
        places[one.township].append(one)
    return tuple(each for _place, own in sorted(places.items()) for each in _here(own, reach))


def _here(own: Sequence[Trip], reach: int) -> Iterator[Joint]:
    left = sorted(own, key=lambda one: (one.month, one.key))
    done: list[Joint] = []
    while best := _best(left, done, reach):
        yield best
        done.append(best)
        gone = {best.host.key, *(one.key for one in best.guests)}
        left = [one for one in left if one.key not in gone]


def _best(left: Sequence[Trip], done: Sequence[Joint], reach: int) -> Joint | None:
    """Of the months in which somebody goes anyway, that with the most plans; the earliest of
    equals."""
    hosts = {one.month: _host(left, one.month) for one in left if not one.alone}
    found = [
        joint
        for host in hosts.values()
        if (joint := Joint(host, _guests(host, left, done, reach))).guests
    ]
    return max(found, key=lambda one: (one.saved, -one.host.month), default=None)


def _host(left: Sequence[Trip], month: int) -> Trip:
    here = [one for one in left if one.month == month and not one.alone]
    return min(here, key=lambda one: (not one.fixed, one.key))


def _guests(
    host: Trip, left: Sequence[Trip], done: Sequence[Joint], reach: int
) -> tuple[Trip, ...]:
    """Who can come along, the nearest first."""
    month, taken, found = host.month, set(host.plans), []
    near = sorted(left, key=lambda one: (abs(one.month - month), one.month, one.key))
    staying = [one for one in left if one.month == month and (one.fixed or one.alone)]
    busy = _plans(one for one in staying if one is not host) | _plans(
        each for joint in done if joint.host.month == month for each in (joint.host, *joint.guests)
    )
    for one in near:
        if one is host or not _may_move(one, month, reach):
            continue
        if not one.plans & (taken | busy):
            found.append(one)
            taken |= one.plans
    return tuple(found)


def _may_move(one: Trip, month: int, reach: int) -> bool:
    if one.fixed or one.alone:
        return False
    return one.first <= month <= one.last and abs(one.month - month) <= reach


def _plans(trips: Iterable[Trip]) -> set[str]:
    return {plan for one in trips for plan in one.plans}
