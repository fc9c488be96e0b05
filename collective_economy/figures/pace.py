"""Plans, and how far villages are by their own seasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from collective_economy.definitions import define
from collective_economy.figures.income import IncomeFigures
from collective_economy.figures.reading import VillageIncome, year_to_dates
from collective_economy.models import IncomePlan
from collective_economy.parameters import number
from collective_economy.seasons import Pace, PastYear, pace, usual_share
from villages.common.figures import Figure, Missing
from villages.common.periods import Month
from villages.common.scope import Scope

Past = dict[int, list[PastYear]]
Stated = Mapping[Month, Mapping[int, VillageIncome]]


@dataclass(frozen=True)
class VillagePace:
    """A village's plan for the year in fen, and its pace; None while its income is unknown."""

    plan_fen: int
    pace: Pace | None


def paces(
    scope: Scope,
    county: str,
    month: Month,
    stated: Mapping[int, VillageIncome],
    earlier: Stated | None = None,
) -> dict[int, VillagePace]:
    """Plan and pace of every village with a plan, by primary key.

    Own seasons are past complete years of the village (both the month and December stated);
    the county's curve is the mean over all its villages' past years. Two queries; three where
    single months were filed. Whoever has read the county's `past_ends` gives them as `earlier`:
    then one.
    """
    plans = dict(
        IncomePlan.objects.in_scope(scope)
        .in_county(county)
        .filter(year=month.year)
        .values_list("village_id", "plan_fen")
    )
    ends = past_ends(county, month)
    if earlier is None:
        earlier = year_to_dates(Scope.of([county]), county, [one for pair in ends for one in pair])
    past = past_years(earlier, ends)
    usual = usual_share([one for years in past.values() for one in years])
    return {
        village: VillagePace(plan, _pace(plan, stated.get(village), month, past, village, usual))
        for village, plan in plans.items()
    }


def past_ends(county: str, month: Month) -> list[tuple[Month, Month]]:
    """Of each past year that tells the county's season: the month a year or more ago, and its
    December."""
    back = number("season_years", county=county, on=month.end)
    years = [month.year - step for step in range(1, back + 1)]
    return [(Month(year, month.month), Month(year, 12)) for year in years]


def past_years(stated: Stated, ends: Iterable[tuple[Month, Month]]) -> Past:
    """Operating-type income of past complete years up to the month and in all, by village."""
    found: Past = {}
    for to_month, december in ends:
        for village, whole in stated[december].items():
            part = stated[to_month].get(village)
            if part and part.operating_fen is not None and whole.operating_fen is not None:
                found.setdefault(village, []).append(
                    PastYear(part.operating_fen, whole.operating_fen)
                )
    return found


def behind(known: Mapping[int, VillagePace], county: str, month: Month) -> list[int]:
    """Villages that lie behind by as many points as the county allows, or more."""
    most = number("behind_points", county=county, on=month.end)
    return [pk for pk, one in known.items() if one.pace and one.pace.behind >= most]


def pace_figures(
    of: IncomeFigures, known: Mapping[int, VillagePace], county: str
) -> tuple[Figure, ...]:
    """The plan of the territory, and how many villages lie behind it."""
    planned = sum(one.plan_fen for one in known.values())
    judged = [one for one in known.values() if one.pace]
    value = Figure.of_fen("", "", planned).value if known else Missing.NOT_FILED
    late = len(behind(known, county, of.month)) if judged else Missing.NO_BASE
    return (
        define("plan_income", of.month, value, denominator=len(known)),
        define(
            "behind_pace", of.month, late, numerator=late if isinstance(late, int) else None,
            denominator=len(judged),
        ),
    )  # fmt: skip


def _pace(
    plan: int, income: VillageIncome | None, month: Month, past: Past, village: int,
    usual: Fraction | None,
) -> Pace | None:  # fmt: skip
    if income is None or income.operating_fen is None:
        return None
    return pace(
        fen=income.operating_fen, plan_fen=plan, month=month.month, own=past.get(village, ()),
        county=usual,
    )  # fmt: skip
