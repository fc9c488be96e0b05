"""The structure of the two committees (村两委班子结构): one row a township, and the whole."""

from collections.abc import Container, Iterable, Mapping
from datetime import date

from cadres.ages import age_on, band_of
from cadres.choices import Education, Political, Post, Sex
from cadres.figures.holders import Holder, by_village, each_once, holders, known_villages
from cadres.figures.places import Place, places
from cadres.figures.seats import Seats, seats
from cadres.figures.structure_rows import Structure, StructureRow
from villages.common.scope import Scope

HAN = "汉族"
_MEMBERS = frozenset({Political.MEMBER, Political.PROBATIONARY})


_BAND_FIELDS = {
    "to_35": "to_35", "36_45": "from_36", "46_55": "from_46", "56_60": "from_56",
    "over_60": "over_60", "": "age_unknown",
}  # fmt: skip


def structure(scope: Scope, county: str, on: date) -> list[StructureRow]:
    """The whole first, then every township by code. Four queries.

    Source: tenures in force on the day, seats in force on the day.
    """
    where = places(scope, county, on)
    found, laid_down = holders(scope, county, on), seats(scope, county, on)
    counts = counts_by_village(where, found, laid_down, known_villages(scope, county), on)
    return [
        _row("", "", where, counts, laid_down),
        *(
            _row(code, inside[0].township, inside, counts, laid_down)
            for code, inside in _townships(where).items()
        ),
    ]


def counts_by_village(
    where: Iterable[Place],
    found: list[Holder],
    laid_down: Mapping[int, Seats],
    known: Container[int],
    on: date,
) -> dict[int, Structure]:
    """What each village adds to the table; `known` are villages that have a ledger."""
    teams = by_village(found)
    people: dict[int, Structure] = {}
    for one in each_once(one for one in found if one.in_two_committees):
        people[one.village] = people.get(one.village, Structure()) + _person(one, on)
    return {
        one.pk: people.get(one.pk, Structure())
        + _village(teams.get(one.pk, []), laid_down.get(one.pk), one.pk in known)
        for one in where
    }


def _townships(where: list[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for one in where:
        found.setdefault(one.township_code, []).append(one)
    return found


def _row(
    code: str, name: str, where: list[Place], counts: Mapping[int, Structure],
    laid_down: Mapping[int, Seats],
) -> StructureRow:  # fmt: skip
    return StructureRow(
        code=code,
        name=name,
        counts=sum((counts[one.pk] for one in where), Structure()),
        without_seats=tuple(one.code for one in where if one.pk not in laid_down),
        unknown=tuple(one.code for one in where if not counts[one.pk].villages_known),
    )


def _person(one: Holder, on: date) -> Structure:
    age = age_on(one.birth_month, on)
    return Structure(
        people=1,
        women=one.sex == Sex.FEMALE,
        minority=one.ethnicity not in ("", HAN),
        age_sum=age or 0,
        members=one.political in _MEMBERS,
        veterans=one.veteran is True,
        entrepreneurs=one.entrepreneur is True,
        sex_unknown=not one.sex,
        ethnicity_unknown=not one.ethnicity,
        political_unknown=not one.political,
        veteran_unknown=one.veteran is None,
        entrepreneur_unknown=one.entrepreneur is None,
        **{_BAND_FIELDS[band_of(age)]: 1},
        **{_education(one): 1},
    )


def _education(one: Holder) -> str:
    return str(Education(one.education)) if one.education else "education_unknown"


def _village(team: list[Holder], laid_down: Seats | None, known: bool) -> Structure:
    wanted = laid_down or Seats(date.min, 0, 0, None)
    return Structure(
        villages=1,
        villages_known=known,
        seats=wanted.two_committees,
        seats_known=laid_down is not None,
        vacant=_vacant(team, wanted) if known else 0,
        secretaries=any(Post.SECRETARY in x.posts for x in team),
        one_shoulder=any(x.is_one_shoulder for x in team),
        crossing=sum(x.in_party and x.in_committee for x in team),
        reserve=sum(Post.RESERVE in x.posts for x in team),
    )


def _vacant(team: list[Holder], wanted: Seats) -> int:
    party, committee = sum(x.in_party for x in team), sum(x.in_committee for x in team)
    return max(0, wanted.party - party) + max(0, wanted.committee - committee)
