"""Who came to the newest elections, for rules that judge villages."""

from dataclasses import dataclass
from datetime import date

from branches.models import BranchElection
from branches.querysets import exists_on
from villages.common.scope import Scope


@dataclass(frozen=True)
class Turnout:
    """Those present of those who may vote at the newest election of one organization."""

    present: int
    entitled: int
    held_on: date


def turnouts(scope: Scope, county: str, on: date) -> dict[int, Turnout]:
    """By village the smallest turnout among its organizations, each by its newest election up to
    the day; a village without any election has no entry. One query."""
    rows = BranchElection.objects.in_scope(scope).in_county(county).filter(held_on__lte=on)
    ordered = rows.filter(exists_on(on, "branch__")).order_by("-held_on", "-pk")
    newest: dict[int, tuple[int, Turnout]] = {}
    read = ("branch_id", "village_id", "present", "entitled", "held_on")
    for branch, village, *known in ordered.values_list(*read):
        newest.setdefault(branch, (village, Turnout(*known)))
    found: dict[int, Turnout] = {}
    for village, one in newest.values():
        if village not in found or _less(one, found[village]):
            found[village] = one
    return found


def _less(one: Turnout, other: Turnout) -> bool:
    return one.present * other.entitled < other.present * one.entitled
