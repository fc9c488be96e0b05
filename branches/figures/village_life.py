"""Organization life by village, for rules that judge villages."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from branches.figures.life import Attendance, Life, life
from villages.common.scope import Scope


@dataclass(frozen=True)
class VillageLife:
    """The worst of a village's branches, for the rules.

    `missed` by kind: the longest row of misses; None where no branch knows its newest stretch.
    `attendance` is that of the branch with the smallest share; None while nothing is known.
    """

    missed: Mapping[str, int | None]
    attendance: Attendance | None
    branches: int


def village_life(scope: Scope, county: str, on: date) -> dict[int, VillageLife]:
    """Organization life by village; a village without a branch has no entry. Three queries."""
    by_village: defaultdict[int, list[Life]] = defaultdict(list)
    for one in life(scope, county, on):
        by_village[one.village].append(one)
    return {village: _worst(branches) for village, branches in by_village.items()}


def _worst(branches: list[Life]) -> VillageLife:
    kinds = sorted({kind for one in branches for kind in one.verdicts})
    known = [one.attendance for one in branches if one.attendance]
    return VillageLife(
        {kind: _most_missed(kind, branches) for kind in kinds},
        min(known, key=lambda one: one.attended / one.should_attend, default=None),
        len(branches),
    )


def _most_missed(kind: str, branches: list[Life]) -> int | None:
    found = [one.missed(kind) for one in branches if kind in one.verdicts]
    return max((misses for misses in found if misses is not None), default=None)
