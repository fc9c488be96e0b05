"""The team of one village as a card: people with their posts, gaps, reserve."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cadres.ages import age_on
from cadres.choices import SERVING, Education, Post, Sex
from cadres.figures.completeness import judged
from cadres.figures.holders import Holder, holders, known_villages
from cadres.figures.places import places
from cadres.figures.reserves import VillageReserve, reserves
from cadres.figures.seats import seats
from cadres.figures.team_states import TeamState
from villages.common.scope import Scope

_ORDER = {post: place for place, post in enumerate(Post)}


@dataclass(frozen=True)
class Member:
    """One person of the card; age in full years, None where the birth is unknown."""

    name: str
    posts: str
    sex: str
    age: int | None
    education: str
    since: date | None


@dataclass(frozen=True)
class TeamCard:
    """People in office first, by their foremost post; `others` are in reserve or sent."""

    serving: tuple[Member, ...]
    others: tuple[Member, ...]
    state: TeamState | None
    reserve: VillageReserve | None


def team_card(village: Any, on: date) -> TeamCard:
    """The card of a village on a day. Eight queries."""
    scope, county = Scope.of([village.code]), village.county_code
    where, found = places(scope, county, on), holders(scope, county, on)
    known = known_villages(scope, county)
    states = judged(where, {village.pk: found}, seats(scope, county, on), known).states
    people = sorted(found, key=lambda one: min(_ORDER[Post(post)] for post in one.posts))
    return TeamCard(
        serving=tuple(_member(one, on) for one in people if one.posts & SERVING),
        others=tuple(_member(one, on) for one in people if not one.posts & SERVING),
        state=next(iter(states), None),
        reserve=next(iter(reserves(scope, county, on)), None),
    )


def _member(one: Holder, on: date) -> Member:
    posts = sorted((Post(post) for post in one.posts), key=_ORDER.__getitem__)
    return Member(
        name=one.name,
        posts="、".join(str(post.label) for post in posts),
        sex=str(Sex(one.sex).label) if one.sex else "",
        age=age_on(one.birth_month, on),
        education=str(Education(one.education).label) if one.education else "",
        since=one.since,
    )
