"""Ten-point assessments in numbers: bands, never ranks."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cadres.models import Posting, TeamAssessment
from cadres.rules.assessment import band
from cadres.wording.assessment import Band
from villages import parameters
from villages.common.scope import Scope


@dataclass(frozen=True)
class TownshipBands:
    """Teams of one township in one period by band; `waiting` are villages not scored yet."""

    code: str
    name: str
    bands: tuple[tuple[Band, int], ...]
    waiting: tuple[tuple[str, str], ...]

    @property
    def assessed(self) -> int:
        """Teams with a total."""
        return sum(count for _band, count in self.bands)


def assessments(scope: Scope, county: str, period: str, on: date) -> tuple[TownshipBands, ...]:
    """By township. Two queries.

    A team that was not scored is in `waiting` (code and name of its village) and in no band. Teams
    are those with somebody posted on the day. Source: team assessments of the period.
    """
    good, fair = (
        parameters.value(f"cadres.assessment_{key}", on=on, county=county)
        for key in ("good", "fair")
    )
    rows = TeamAssessment.objects.in_scope(scope).in_county(county).filter(period=period)
    totals: dict[str, Decimal] = dict(rows.values_list("village__code", "total"))
    townships = _townships(scope, county, on, period)
    return tuple(
        _township(key, villages, totals, good, fair) for key, villages in sorted(townships.items())
    )


def _township(
    key: tuple[str, str], villages: dict[str, str], totals: dict[str, Decimal], good: int, fair: int
) -> TownshipBands:
    counts = Counter(Band(band(totals[code], good, fair)) for code in villages if code in totals)
    waiting = tuple((code, name) for code, name in sorted(villages.items()) if code not in totals)
    return TownshipBands(*key, tuple((one, counts[one]) for one in Band), waiting)


def _townships(
    scope: Scope, county: str, on: date, period: str
) -> dict[tuple[str, str], dict[str, str]]:
    """Villages that had somebody posted on the day, or were scored although the team has left."""
    read = (
        "village__township__code", "village__township__name", "village__code", "village__name"
    )  # fmt: skip
    posted = Posting.objects.in_scope(scope).in_county(county).on(on).order_by()
    scored = TeamAssessment.objects.in_scope(scope).in_county(county).filter(period=period)
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for code, township, village, name in posted.values_list(*read).union(
        scored.order_by().values_list(*read)
    ):
        found[code, township][village] = name
    return found
