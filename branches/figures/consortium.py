"""Joint bodies in numbers: each counted once in the county, by shares in townships."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from branches.figures.joint_sums import (
    OUTSIDE,
    UNSPLIT,
    Place,
    Sums,
    Tally,
    Villages,
    holds,
    numbers_of,
    parts_of,
    sum_figures,
)
from branches.models import JointBody, JointMember
from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.models import Village

_Members = Mapping[int, list[JointMember]]


@dataclass(frozen=True)
class TownshipJoint:
    """The part of one township: villages that belong to a body, bodies that reach into it, and
    the shares of its villages in the bodies' numbers."""

    code: str
    name: str
    villages: int
    bodies: int
    sums: Sums


@dataclass(frozen=True)
class Joint:
    """Joint bodies of a county on a day.

    `sums` counts each body once. `outside` is what falls to members that are no village of the
    territory, and `unsplit` what cannot be split because shares are not stated or do not make up
    100 %; so the townships together, `outside` and `unsplit` give `sums`. `unshared` names those
    bodies.
    """

    bodies: int
    by_kind: Mapping[str, int]
    villages: int
    of_villages: int
    sums: Sums
    townships: tuple[TownshipJoint, ...]
    outside: Sums
    unsplit: Sums
    unshared: tuple[str, ...]

    def figures(self) -> list[Figure]:
        """The numbers for people: bodies, villages with their base, households, land, income."""
        about = _("每个联建组织在全县只计一次;各乡镇按本乡镇村的份额计算。")
        found = [
            Figure("joint.bodies", _("联建组织"), self.bodies, _("个")),
            Figure.of_share("joint.villages", _("参加联建的村"), self.villages, self.of_villages),
            *sum_figures(self.sums),
        ]
        source = _("联建组织台账")
        return [replace(one, source=source, definition=about) for one in found]


def joint(scope: Scope, county: str, on: date) -> Joint:
    """Joint bodies on a day inside a territory, by township. Three queries.

    Numbers stated after the day are unknown on it. They are split by the shares of the day for
    which they are stated; membership counts as of `on`.
    """
    bodies = list(JointBody.objects.in_scope(scope).in_county(county).on(on))
    members = _members(bodies)
    villages = _villages(scope, county, on)
    split_up = _SplitUp(bodies, members, villages, on)
    joined = _joined(bodies, members, villages, on)
    return Joint(
        bodies=len(bodies),
        by_kind=Counter(body.kind for body in bodies),
        villages=len({village for found in joined.values() for village, _body in found}),
        of_villages=len(villages),
        sums=split_up.whole.sums,
        townships=tuple(
            _township(place, found, split_up.parts[place[0]].sums)
            for place, found in joined.items()
        ),
        outside=split_up.parts[OUTSIDE].sums,
        unsplit=split_up.parts[UNSPLIT].sums,
        unshared=tuple(split_up.unshared),
    )


class _SplitUp:
    """The numbers of all bodies: the whole, and the parts by township."""

    def __init__(
        self, bodies: list[JointBody], members: _Members, villages: Villages, on: date
    ) -> None:
        self.whole = Tally()
        self.parts: defaultdict[str, Tally] = defaultdict(Tally)
        self.unshared: list[str] = []
        for body in bodies:
            self._enter(body, members[body.pk], villages, on)

    def _enter(
        self, body: JointBody, rows: list[JointMember], villages: Villages, on: date
    ) -> None:
        numbers = numbers_of(body, on)
        self.whole.add(numbers)
        parts = parts_of(numbers, body, rows, villages)
        if parts is None:
            self.unshared.append(body.name)
            parts = {UNSPLIT: numbers}
        for code, part in parts.items():
            self.parts[code].add(part)


_Joined = set[tuple[int, int]]  # village and body


def _joined(
    bodies: Iterable[JointBody], members: _Members, villages: Villages, on: date
) -> dict[Place, _Joined]:
    """Villages with their bodies by township; every township of the territory has an entry."""
    found: dict[Place, _Joined] = {place: set() for place in sorted(set(villages.values()))}
    for body in bodies:
        for row in members[body.pk]:
            village = row.village_id or 0
            if village in villages and holds(row, on):
                found[villages[village]].add((village, body.pk))
    return found


def _township(place: Place, joined: _Joined, sums: Sums) -> TownshipJoint:
    bodies = {body for _village, body in joined}
    villages = {village for village, _body in joined}
    return TownshipJoint(*place, len(villages), len(bodies), sums)


def _members(bodies: Iterable[JointBody]) -> defaultdict[int, list[JointMember]]:
    """All members of these bodies, also those outside the territory: shares need them all."""
    found: defaultdict[int, list[JointMember]] = defaultdict(list)
    rows = JointMember.objects.filter(body__in=[body.pk for body in bodies])
    for row in rows.select_related("village__township").order_by("pk"):
        found[row.body_id].append(row)
    return found


def _villages(scope: Scope, county: str, on: date) -> Villages:
    rows = Village.objects.in_scope(scope).in_county(county).on(on)
    read = ("pk", "township__code", "township__name")
    return {pk: (code, name) for pk, code, name in rows.values_list(*read)}
