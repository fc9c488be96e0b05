"""Village teams in numbers: whole county, and village by village."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Max, Min, Q

from cadres.choices import HIGH_SCHOOL_OR_ABOVE, SERVING, TWO_COMMITTEES, Post, Sex
from cadres.models import PostTenure
from cadres.parameters.posts import RESERVE
from villages import parameters
from villages.common.scope import Scope

# Where nobody says otherwise (两名后备干部); what a county decided is `reserve_wanted`.
RESERVE_PER_VILLAGE = 2


@dataclass(frozen=True)
class Counts:
    """People of the ledger, each counted once in a county, in the first of his villages.

    `people` and `women` count everybody, `serving` and `high_school` leave out who is only in
    reserve, sent from outside, or helps a group; `one_shoulder` are secretaries who are also
    director of the same village.
    """

    people: int = 0
    serving: int = 0
    reserve: int = 0
    secretaries: int = 0
    one_shoulder: int = 0
    women: int = 0
    high_school: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        mine, its = vars(self), vars(other)
        return Counts(**{name: mine[name] + its[name] for name in mine})


@dataclass(frozen=True)
class VillageTeam:
    """The team of one village on a day.

    `reserve` counts reserve cadres of this village, wherever they are counted as people.
    `vacant_since` is the day on which the last secretary left, None while there is one or none
    was ever recorded; `known_since` the first day of the village's ledger. `youngest_birth` is
    the latest month of birth (199709) in the two committees, `births_missing` how many of their
    members have none recorded.
    """

    has_secretary: bool
    reserve: int
    vacant_since: date | None
    known_since: date
    youngest_birth: int | None = None
    births_missing: int = 0
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True)
class CadreFigures:
    """Cadres of a territory on a day, and the village codes behind the gaps.

    `unknown` are villages without any ledger: they are in no count and in neither list.
    """

    counts: Counts
    without_secretary: tuple[str, ...]
    short_of_reserve: tuple[str, ...]
    unknown: tuple[str, ...]
    reserve_wanted: int = RESERVE_PER_VILLAGE


class _Holder(NamedTuple):
    village: int
    person: int
    post: str
    sex: str
    education: str
    birth: int | None


def reserve_wanted(county: str, on: date) -> int:
    """How many reserve cadres a village of this county should have."""
    return int(parameters.value(RESERVE, on=on, county=county))


def cadres(
    teams: Mapping[int, VillageTeam],
    codes: Mapping[int, str],
    wanted: int = RESERVE_PER_VILLAGE,
) -> CadreFigures:
    """The whole of the given villages (primary key → code), each person once.

    A village is short of reserve below `wanted` reserve cadres (see `reserve_wanted`).
    """
    known = {codes[pk]: one for pk, one in teams.items() if pk in codes}
    return CadreFigures(
        counts=sum((one.counts for one in known.values()), Counts()),
        without_secretary=_where(known, lambda one: not one.has_secretary),
        short_of_reserve=_where(known, lambda one: one.reserve < wanted),
        unknown=tuple(sorted(set(codes.values()) - set(known))),
        reserve_wanted=wanted,
    )


def teams(scope: Scope, county: str, on: date) -> dict[int, VillageTeam]:
    """The team of every village with a ledger, by primary key. Two queries.

    Source: tenures in force on the day; a tenure without a begin counts.
    """
    tenures = PostTenure.objects.in_scope(scope).in_county(county)
    holders = _holders(tenures, on)
    counts, by_village = _counts(holders), defaultdict(list)
    for one in holders:
        by_village[one.village].append(one)
    return {
        village: _team(by_village[village], known, left, counts.get(village, Counts()))
        for village, known, left in _history(tenures, on)
    }


def _holders(tenures: Any, on: date) -> list[_Holder]:
    rows = tenures.on(on).order_by("village__code", "person_id")
    return [
        _Holder(*row)
        for row in rows.values_list(
            "village_id", "person_id", "post", "person__sex", "person__education",
            "person__birth_month",
        )
    ]  # fmt: skip


def _history(tenures: Any, on: date) -> Iterable[tuple[int, date, date | None]]:
    """Every village with a ledger: its first day, and when its last secretary left."""
    left = Max("ended_on", filter=Q(post=Post.SECRETARY, ended_on__lte=on))
    rows = tenures.values("village_id").annotate(known=Min("recorded_on"), left=left)
    return rows.values_list("village_id", "known", "left")  # type: ignore[no-any-return]


def _team(holders: list[_Holder], known: date, left: date | None, counts: Counts) -> VillageTeam:
    has_secretary = any(one.post == Post.SECRETARY for one in holders)
    committees = {one.person: one.birth for one in holders if one.post in TWO_COMMITTEES}
    births = [birth for birth in committees.values() if birth is not None]
    return VillageTeam(
        has_secretary=has_secretary,
        reserve=len({one.person for one in holders if one.post == Post.RESERVE}),
        vacant_since=None if has_secretary else left,
        known_since=known,
        youngest_birth=max(births, default=None),
        births_missing=len(committees) - len(births),
        counts=counts,
    )


def _counts(holders: list[_Holder]) -> dict[int, Counts]:
    """By village, each person in the first of his villages."""
    found: dict[int, Counts] = defaultdict(Counts)
    by_person: dict[int, list[_Holder]] = defaultdict(list)
    for one in holders:
        by_person[one.person].append(one)
    for held in by_person.values():
        village = held[0].village
        counted = _one_person(held)
        found[village] = found[village] + counted if village in found else counted
    return found


def _one_person(held: list[_Holder]) -> Counts:
    posts = {one.post for one in held}
    led = {one.village for one in held if one.post == Post.SECRETARY}
    directed = {one.village for one in held if one.post == Post.DIRECTOR}
    serving = bool(posts & SERVING)
    return Counts(
        people=1,
        serving=serving,
        reserve=Post.RESERVE in posts,
        secretaries=bool(led),
        one_shoulder=bool(led & directed),
        women=held[0].sex == Sex.FEMALE,
        high_school=serving and held[0].education in HIGH_SCHOOL_OR_ABOVE,
    )


def _where(
    known: Mapping[str, VillageTeam], asked: Callable[[VillageTeam], bool]
) -> tuple[str, ...]:
    return tuple(sorted(code for code, one in known.items() if asked(one)))
