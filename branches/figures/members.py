"""Formal members by village, for rules about the size of branches."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from branches.figures.latest import latest_counts
from branches.models import PartyBranch
from villages.common.scope import Scope
from villages.models import VillageProfile

BRANCH_LEDGER, VILLAGE_SURVEY = "branches", "profile"


@dataclass(frozen=True)
class Members:
    """Members of one village.

    `smallest` and `largest` are the formal members of its smallest and largest single branch,
    `branches` their number. With `source` "profile" only the village's whole count is known
    (probationary members included): one branch is assumed, and `branches` is 0.
    """

    formal: int
    smallest: int
    largest: int
    branches: int
    source: str
    as_of: date | None


def members(scope: Scope, county: str, on: date) -> dict[int, Members]:
    """Members by village, as known on a day: from the member counts, else from the last survey.

    A village without either has no entry. A village with a branch that was never counted falls
    back to its survey. Three queries.
    """
    found = _from_surveys(scope, county, on)
    found.update(_from_branches(scope, county, on))
    return found


def _from_branches(scope: Scope, county: str, on: date) -> dict[int, Members]:
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(on).holding_members()
    known = latest_counts(scope, county, on, ("formal",))
    counts: dict[int, list[tuple[int | None, date | None]]] = defaultdict(list)
    for village, branch in rows.values_list("village_id", "pk"):
        count = known.get(branch)
        counts[village].append((count["formal"], count["as_of"]) if count else (None, None))
    return {
        village: one for village, stated in counts.items() if (one := _summed(stated)) is not None
    }


def _summed(stated: list[tuple[int | None, date | None]]) -> Members | None:
    known = [formal for formal, _day in stated if formal is not None]
    if len(known) < len(stated):
        return None
    as_of = min((day for _formal, day in stated if day), default=None)
    return Members(sum(known), min(known), max(known), len(known), BRANCH_LEDGER, as_of)


def _from_surveys(scope: Scope, county: str, on: date) -> dict[int, Members]:
    rows = VillageProfile.objects.in_scope(scope).in_county(county)
    known = rows.filter(as_of__lte=on).exclude(members=None).order_by("as_of")
    return {
        village: Members(count, count, count, 0, VILLAGE_SURVEY, day)
        for village, count, day in known.values_list("village_id", "members", "as_of")
    }
