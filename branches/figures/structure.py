"""The structure of members: sums and shares by township and county, with what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from branches.figures.latest import latest_counts
from branches.models import PartyBranch
from branches.models.counts import AGES, EDUCATION, PARTS
from villages.common.scope import Scope
from villages.models import Village

COUNTED = ("formal", "probationary", *AGES, *EDUCATION, *PARTS)
# Shares that are asked for: whose sum, in the members of the branches that know it.
COLLEGE = ("postgraduate", "university", "college")


@dataclass(frozen=True)
class BranchMembers:
    """One branch of a village with its newest counts; None where it was never counted, and for a
    village without any branch."""

    village_code: str
    counts: Mapping[str, int | None] | None

    def whole(self) -> int | None:
        """Formal and probationary members together; None unless both are known."""
        if self.counts is None:
            return None
        formal, probationary = self.counts["formal"], self.counts["probationary"]
        return None if formal is None or probationary is None else formal + probationary


@dataclass(frozen=True)
class Part:
    """A sum over the branches that know it, and the members of exactly these branches.

    `whole` is the denominator of its share; `missing` are the codes of villages with a branch that
    does not know it.
    """

    count: int
    whole: int
    known: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Structure:
    """Members of some villages. `parts` holds every number by its field name, `college` included.

    `villages` all of them, `counted` those whose branches were all counted.
    """

    villages: int
    counted: int
    branches: int
    parts: Mapping[str, Part]

    @classmethod
    def of(cls, rows: Iterable[BranchMembers]) -> "Structure":
        """Sums over branches; a number that a branch does not know is in no sum."""
        every = list(rows)
        codes = {row.village_code for row in every}
        gaps = {row.village_code for row in every if row.counts is None}
        parts = {name: _part(every, (name,)) for name in COUNTED}
        parts["college_up"] = _part(every, COLLEGE)
        counted = sum(row.counts is not None for row in every)
        return cls(len(codes), len(codes - gaps), counted, parts)


def _part(rows: list[BranchMembers], names: tuple[str, ...]) -> Part:
    count = whole = known = 0
    missing: set[str] = set()
    for row in rows:
        values = [row.counts[name] for name in names] if row.counts else [None]
        found = [value for value in values if value is not None]
        if len(found) < len(values):
            missing.add(row.village_code)
            continue
        count, known = count + sum(found), known + 1
        whole += row.whole() or 0
    return Part(count, whole, known, tuple(sorted(missing)))


def branch_members(scope: Scope, county: str, on: date) -> list[BranchMembers]:
    """Every branch that holds members on a day, and every village without one. Three queries."""
    villages = Village.objects.in_scope(scope).in_county(county).on(on).order_by("code")
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(on).holding_members()
    counts = latest_counts(scope, county, on, COUNTED)
    by_village: dict[int, list[int]] = {}
    for village, branch in rows.values_list("village_id", "pk"):
        by_village.setdefault(village, []).append(branch)
    return [
        BranchMembers(code, counts.get(branch) if branch else None)
        for pk, code in villages.values_list("pk", "code")
        for branch in by_village.get(pk, [0])
    ]


def by_township(rows: Iterable[BranchMembers]) -> dict[str, Structure]:
    """The structure of every township, by its code."""
    grouped: dict[str, list[BranchMembers]] = {}
    for row in rows:
        grouped.setdefault(row.village_code[:9], []).append(row)
    return {code: Structure.of(inside) for code, inside in sorted(grouped.items())}
