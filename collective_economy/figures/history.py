"""A village's own past, to judge a new amount by."""

from collections import defaultdict

from collective_economy.figures.reading import year_to_dates
from collective_economy.models import IncomeEntry
from villages.common.periods import Month
from villages.common.scope import Scope

_YEARS = 3


def references(county: str, month: Month) -> dict[tuple[int, str], list[int]]:
    """What each village had from January to this month in earlier years, and this year by the
    month before, taken on to this month in proportion; by village and category, in fen.

    Sources: current income entries. Two queries; three where single months were filed.
    """
    past = [Month(month.year - back, month.month) for back in range(1, _YEARS + 1)]
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for stated in year_to_dates(Scope.of([county]), county, past).values():
        for village, one in stated.items():
            for category, fen in one.by_category.items():
                found[village, category].append(fen)
    for village, category, last, fen in _this_year(county, month):
        found[village, category].append(fen * month.month // (last % 100))
    return found


def _this_year(county: str, month: Month) -> list[tuple[int, str, int, int]]:
    """The latest earlier statement from January of this year, by village and category."""
    january = Month(month.year, 1).number
    rows = IncomeEntry.objects.in_county(county).current().filter(from_month=january)
    before = rows.filter(to_month__lt=month.number).order_by("to_month")
    latest = {
        (village, category): (village, category, last, fen)
        for village, category, last, fen in before.values_list(
            "village_id", "category", "to_month", "amount_fen"
        )
    }
    return list(latest.values())
