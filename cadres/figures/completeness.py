"""Whether the teams of villages are complete (班子健全), and what each one lacks."""

from collections.abc import Container, Iterable, Mapping
from datetime import date

from cadres.choices import Post, Sex
from cadres.figures.holders import Holder, by_village, holders, known_villages
from cadres.figures.places import Place, places
from cadres.figures.seats import Seats, seats
from cadres.figures.team_states import Completeness, Lack, Reason, TeamState
from villages.common.scope import Scope


def completeness(scope: Scope, county: str, on: date) -> Completeness:
    """Both teams of every village on the day's map, by code. Four queries.

    Source: tenures and seats in force on the day. A woman is asked for by the Organic Law of
    Villagers' Committees (2025 text, Art. 8: the committee has women members).
    """
    where, teams = places(scope, county, on), by_village(holders(scope, county, on))
    return judged(where, teams, seats(scope, county, on), known_villages(scope, county))


def judged(
    where: Iterable[Place],
    teams: Mapping[int, list[Holder]],
    laid_down: Mapping[int, Seats],
    known: Container[int],
) -> Completeness:
    """The same from what was read already."""
    return Completeness(
        tuple(
            _state(one, teams.get(one.pk, []), laid_down.get(one.pk), one.pk in known)
            for one in where
        )
    )


def _state(place: Place, team: list[Holder], laid_down: Seats | None, known: bool) -> TeamState:
    if not known:
        nothing = (Reason(Lack.NO_LEDGER),)
        return TeamState(place, nothing, nothing)
    return TeamState(place, _party_reasons(team, laid_down), _committee_reasons(team, laid_down))


def _party_reasons(team: list[Holder], laid_down: Seats | None) -> tuple[Reason, ...]:
    found = [] if _has(team, Post.SECRETARY) else [Reason(Lack.NO_SECRETARY)]
    people = sum(one.in_party for one in team)
    return (*found, *_short(people, laid_down.party if laid_down else None, Lack.PARTY_SHORT))


def _committee_reasons(team: list[Holder], laid_down: Seats | None) -> tuple[Reason, ...]:
    members = [one for one in team if one.in_committee]
    found = [] if _has(team, Post.DIRECTOR) else [Reason(Lack.NO_DIRECTOR)]
    wanted = laid_down.committee if laid_down else None
    return (*found, *_short(len(members), wanted, Lack.COMMITTEE_SHORT), *_woman(members))


def _short(people: int, wanted: int | None, lack: Lack) -> tuple[Reason, ...]:
    if wanted is None:
        return (Reason(Lack.SEATS_UNKNOWN),)
    return (Reason(lack, wanted - people),) if people < wanted else ()


def _woman(members: list[Holder]) -> tuple[Reason, ...]:
    if not members or any(one.sex == Sex.FEMALE for one in members):
        return ()
    unknown = any(not one.sex for one in members)
    return (Reason(Lack.SEX_UNKNOWN if unknown else Lack.NO_WOMAN),)


def _has(team: list[Holder], post: Post) -> bool:
    return any(post in one.posts for one in team)
