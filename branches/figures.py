"""Members of village party organizations."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from branches.choices import BranchKind
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
    """Members by village, as known on a day: from the branch ledger, else from the last survey.

    A village without either has no entry. A village with a branch whose count is missing falls
    back to its survey. Two queries.
    """
    found = _from_surveys(scope, county, on)
    found.update(_from_branches(scope, county, on))
    return found


def _from_branches(scope: Scope, county: str, on: date) -> dict[int, Members]:
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(on)
    counts: dict[int, list[tuple[int | None, date | None]]] = defaultdict(list)
    # A general branch or committee holds no members of its own beside those of its branches.
    single = rows.filter(kind__in=[BranchKind.BRANCH, BranchKind.JOINT])
    for village, formal, day in single.values_list("village_id", "formal_members", "counted_on"):
        counts[village].append((formal, day))
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
