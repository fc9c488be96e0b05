"""How branches moved between two periods of rating, and which items made the difference."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from branches.models import SchemeRating, SchemeReceipt
from branches.scoring import Grade, plain
from branches.standings import Move, Standing, move
from villages.common.periods import Period
from villages.common.scope import Scope


@dataclass(frozen=True)
class BranchMove:
    """How one branch moved against the period before, with the items that made the difference.

    `reasons` are (item, points before, points now), the largest difference first; a version of
    the scheme that words an item differently has no pair for it.
    """

    branch: int
    rating_uid: str
    name: str
    village_code: str
    village_name: str
    move: Move
    before: str
    now: str
    reasons: tuple[tuple[str, str, str], ...]


def moves(scope: Scope, county: str, kind: str, period: Period) -> list[BranchMove]:
    """Every branch whose rating of this period stands, against its rating of the period before.

    In order of villages. Two queries.
    """
    pair = (period.code, period.previous().code)
    rows = SchemeRating.objects.in_scope(scope).in_county(county).final()
    rows = rows.filter(kind=kind, period__in=pair).order_by("village__code", "branch_id")
    by_period: dict[str, dict[int, dict[str, Any]]] = {code: {} for code in pair}
    for row in rows.values(*_RATING):
        by_period[row["period"]][row["branch_id"]] = row
    now, before = by_period[pair[0]], by_period[pair[1]]
    points = _points([row["pk"] for half in by_period.values() for row in half.values()])
    return [_move(row, before.get(branch), points) for branch, row in now.items()]


_RATING = (
    "pk", "uid", "branch_id", "branch__name", "village__code", "village__name", "period",
    "possible", "grade__name", "grade__least",
)  # fmt: skip
_Points = dict[int, dict[str, Decimal]]


def _points(ratings: list[int]) -> _Points:
    """Points by rating and text of the item. One query."""
    found: defaultdict[int, dict[str, Decimal]] = defaultdict(dict)
    rows = SchemeReceipt.objects.filter(rating__in=ratings).order_by("item__number")
    for rating, text, points in rows.values_list("rating_id", "item__text", "points"):
        found[rating][text] = points
    return found


def _move(row: dict[str, Any], before: dict[str, Any] | None, points: _Points) -> BranchMove:
    return BranchMove(
        row["branch_id"], row["uid"], row["branch__name"], row["village__code"],
        row["village__name"], move(_standing(row), _standing(before) if before else None),
        before["grade__name"] if before else "", row["grade__name"],
        _reasons(points.get(row["pk"], {}), points.get(before["pk"], {})) if before else (),
    )  # fmt: skip


def _standing(row: dict[str, Any]) -> Standing:
    return Standing(Grade(row["grade__name"], row["grade__least"]), row["possible"])


def _reasons(
    now: Mapping[str, Decimal], before: Mapping[str, Decimal]
) -> tuple[tuple[str, str, str], ...]:
    changed = [text for text in now if text in before and now[text] != before[text]]
    changed.sort(key=lambda text: -abs(now[text] - before[text]))
    return tuple((text, plain(before[text]), plain(now[text])) for text in changed)
