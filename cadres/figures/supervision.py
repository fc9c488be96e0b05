"""Supervision committees and those who are linked to them: size, make-up, ratio."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cadres.choices import LinkKind
from cadres.figures.holders import Holder, by_village, holders, known_villages
from cadres.figures.places import Place, places
from cadres.models import SupervisionLink
from cadres.parameters.posts import (
    OFFICER_LEAST,
    OFFICER_MOST,
    SUPERVISION_LEAST,
    SUPERVISION_MOST,
)
from villages import parameters
from villages.common.scope import Scope


@dataclass(frozen=True)
class Officer:
    """One discipline cadre of a township and the villages linked on the day."""

    township_code: str
    township: str
    name: str
    villages: tuple[str, ...]
    least: int
    most: int

    @property
    def too_few(self) -> bool:
        """Fewer villages than the county lays down."""
        return len(self.villages) < self.least

    @property
    def too_many(self) -> bool:
        """More villages than the county lays down."""
        return len(self.villages) > self.most


@dataclass(frozen=True)
class Committee:
    """The supervision committee of one village.

    `size` is None where the village has no ledger. `has_knowledge` says whether somebody with
    knowledge of finance or management is among them: None while nobody is and of somebody it is
    unknown. `overlapping` are names of members who also sit on the villagers' committee.
    """

    place: Place
    size: int | None
    fits: bool | None
    has_knowledge: bool | None
    overlapping: tuple[str, ...]
    officer: str
    liaisons: int

    @property
    def is_sound(self) -> bool:
        """Nothing is wrong or unknown."""
        return self.fits is True and self.has_knowledge is True and not self.overlapping


@dataclass(frozen=True)
class Supervision:
    """Committees by village, discipline cadres by township, liaison persons in all."""

    committees: tuple[Committee, ...]
    officers: tuple[Officer, ...]
    liaisons: int

    @property
    def unlinked(self) -> tuple[str, ...]:
        """Villages without a discipline cadre, by code."""
        return tuple(one.place.code for one in self.committees if not one.officer)


def supervision(scope: Scope, county: str, on: date) -> Supervision:
    """Every village on the day's map and every linked discipline cadre. Four queries.

    Source: tenures and links in force on the day. Members of the villagers' committee may not
    sit on it and somebody must know finance or management: Organic Law of Villagers' Committees
    (2025 text), Art. 37.
    """
    where = places(scope, county, on)
    teams, known = by_village(holders(scope, county, on)), known_villages(scope, county)
    links = _links(scope, county, on)
    sizes = [parameters.value(key, on=on, county=county)
             for key in (SUPERVISION_LEAST, SUPERVISION_MOST)]  # fmt: skip
    committees = tuple(
        _committee(one, teams.get(one.pk, []), one.pk in known, links.get(one.pk, []), sizes)
        for one in where
    )
    people = {name for found in links.values() for kind, name in found if kind == LinkKind.LIAISON}
    return Supervision(committees, tuple(_officers(where, links, county, on)), len(people))


def _links(scope: Scope, county: str, on: date) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = SupervisionLink.objects.in_scope(scope).in_county(county).on(on)
    for village, kind, officer in rows.values_list("village_id", "kind", "officer"):
        found[village].append((kind, officer))
    return found


def _committee(
    place: Place, team: list[Holder], known: bool, links: list[tuple[str, str]], sizes: list[int]
) -> Committee:
    members = [one for one in team if one.in_supervision]
    least, most = sizes
    return Committee(
        place=place,
        size=len(members) if known else None,
        fits=least <= len(members) <= most if known else None,
        has_knowledge=_knowledge(members) if known else None,
        overlapping=tuple(one.name for one in members if one.in_committee),
        officer=next((name for kind, name in links if kind == LinkKind.DISCIPLINE), ""),
        liaisons=sum(kind == LinkKind.LIAISON for kind, _name in links),
    )


def _knowledge(members: list[Holder]) -> bool | None:
    stated = [one.finance_knowledge for one in members]
    return True if True in stated else None if None in stated else False


def _officers(
    where: list[Place], links: dict[int, list[tuple[str, str]]], county: str, on: date
) -> Iterable[Officer]:
    least = parameters.value(OFFICER_LEAST, on=on, county=county)
    most = parameters.value(OFFICER_MOST, on=on, county=county)
    held: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for place in where:
        for kind, name in links.get(place.pk, []):
            if kind == LinkKind.DISCIPLINE:
                held[place.township_code, place.township, name].append(place.name)
    for (code, township, name), villages in sorted(held.items()):
        yield Officer(code, township, name, tuple(villages), least, most)
