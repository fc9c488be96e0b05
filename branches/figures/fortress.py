"""The villages with the lowest points of a year (堡垒指数), for rules that judge villages."""

from collections import defaultdict
from fractions import Fraction

from branches.models import SchemeRating
from branches.schemes.choices import FINAL, SchemeKind
from villages.common.scope import Scope


def last_places(scope: Scope, county: str, year: int) -> dict[int, int]:
    """The place of each rated village from the bottom, 1 for the last; equal shares of the full
    points share a place. A village counts with its weakest organization, by the newest rating of
    the year that stands. One query; nobody is last among fewer than two."""
    rows = SchemeRating.objects.in_scope(scope).in_county(county)
    rows = rows.filter(kind=SchemeKind.FORTRESS, state__in=FINAL, period__startswith=str(year))
    newest: dict[tuple[int, int], Fraction] = {}
    for village, branch, score, possible in rows.order_by("period").values_list(
        "village_id", "branch_id", "score", "possible"
    ):
        newest[village, branch] = Fraction(score) / Fraction(possible)
    weakest: dict[int, list[Fraction]] = defaultdict(list)
    for (village, _branch), share in newest.items():
        weakest[village].append(share)
    return _places({village: min(shares) for village, shares in weakest.items()})


def _places(shares: dict[int, Fraction]) -> dict[int, int]:
    if len(shares) < 2:
        return {}
    order = sorted(shares.values())
    return {village: order.index(share) + 1 for village, share in shares.items()}
