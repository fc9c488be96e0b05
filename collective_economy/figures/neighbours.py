"""Statements of the same year before and after a month: sums from January never fall."""

from dataclasses import dataclass

from collective_economy.models import IncomeEntry
from villages.common.periods import Month


@dataclass
class Neighbours:
    """The nearest statements from January of one village and category, in fen."""

    earlier: int = 0
    earlier_fen: int | None = None
    later: int = 0
    later_fen: int | None = None


def neighbours(
    county: str, month: Month, villages: list[int] | None = None
) -> dict[tuple[int, str], Neighbours]:
    """The nearest earlier and later sums from January in the month's year, by village and
    category. One query."""
    january, december = Month(month.year, 1).number, Month(month.year, 12).number
    rows = IncomeEntry.objects.in_county(county).current().filter(from_month=january)
    rows = rows.filter(to_month__lte=december).exclude(to_month=month.number)
    if villages is not None:
        rows = rows.filter(village_id__in=villages)
    found: dict[tuple[int, str], Neighbours] = {}
    for village, category, last, fen in rows.order_by("to_month").values_list(
        "village_id", "category", "to_month", "amount_fen"
    ):
        one = found.setdefault((village, category), Neighbours())
        if last < month.number:
            one.earlier, one.earlier_fen = last, fen
        elif one.later_fen is None:
            one.later, one.later_fen = last, fen
    return found
