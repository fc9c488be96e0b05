"""Reading what villages stated: every other figure of income begins here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from collective_economy.choices import OPERATING_TYPE, Category
from collective_economy.models import IncomeEntry
from collective_economy.statements import Statement, accumulate
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class VillageIncome:
    """What one village had from January to a month, in fen by category; a category that it said
    nothing about is missing. `other_operating_fen` is the flagged part of other income,
    `regular_subsidy_fen` the part of subsidies that comes every year, None while unknown."""

    by_category: Mapping[str, int]
    other_operating_fen: int = 0
    regular_subsidy_fen: int | None = None

    @property
    def total_fen(self) -> int:
        """All stated categories together."""
        return sum(self.by_category.values())

    @property
    def operating_fen(self) -> int | None:
        """经营收入, 投资收益 and flagged other income; None while neither of the two is stated."""
        stated = [self.by_category[one] for one in OPERATING_TYPE if one in self.by_category]
        return sum(stated) + self.other_operating_fen if stated else None

    @property
    def recurring_fen(self) -> int | None:
        """Operating-type income and regular subsidies; None while one of the two is unknown."""
        if self.operating_fen is None or self.regular_subsidy_fen is None:
            return None
        return self.operating_fen + self.regular_subsidy_fen


@dataclass(frozen=True)
class Stated:
    """One current statement of one village and category."""

    village: int
    category: str
    first: int
    last: int
    fen: int
    operating_part_fen: int | None
    regular_part_fen: int | None


FIELDS = (
    "village_id", "category", "from_month", "to_month", "amount_fen", "operating_part_fen",
    "regular_part_fen",
)  # fmt: skip


def village_income(scope: Scope, county: str, month: Month) -> dict[int, VillageIncome]:
    """What each village had from January to this month, by primary key.

    One query; two where a village filed single months instead of cumulative statements.
    """
    return year_to_dates(scope, county, [month])[month]


def year_to_dates(
    scope: Scope, county: str, months: Iterable[Month]
) -> dict[Month, dict[int, VillageIncome]]:
    """The same for several months at once, of any years.

    A statement of exactly January to the month holds; without one the amount is put together
    from the statements inside the year that end by the month, where they determine it.
    At most two queries.
    """
    wanted = list(dict.fromkeys(months))
    rows = IncomeEntry.objects.in_scope(scope).in_county(county).current()
    ends = [Stated(*one) for one in _ending(rows, wanted)]
    exact = [one for one in ends if one.first % 100 == 1]
    known = {(one.village, one.category, one.last) for one in exact}
    loose = [one for one in ends if (one.village, one.category, one.last) not in known]
    pieced = _pieced(rows, loose) if loose else []
    by_month: dict[int, list[Stated]] = defaultdict(list)
    for one in (*exact, *pieced):
        by_month[one.last].append(one)
    return {month: _by_village(by_month[month.number]) for month in wanted}


def _ending(rows: Any, months: list[Month]) -> Any:
    numbers = [month.number for month in months]
    return rows.filter(to_month__in=numbers).values_list(*FIELDS)


def _pieced(rows: Any, loose: list[Stated]) -> list[Stated]:
    """Sums from January for what was stated in parts. One query."""
    years = {one.last // 100 for one in loose}
    parts = rows.filter(village_id__in={one.village for one in loose}).filter(
        from_month__gte=min(years) * 100, to_month__lte=max(years) * 100 + 99
    )
    by_key: dict[tuple[int, str], list[Stated]] = defaultdict(list)
    for row in (Stated(*one) for one in parts.values_list(*FIELDS)):
        by_key[row.village, row.category].append(row)
    ends = {(one.village, one.category, one.last) for one in loose}
    found = (_from_january(by_key[village, kind], last) for village, kind, last in sorted(ends))
    return [one for one in found if one]


def _from_january(parts: list[Stated], last: int) -> Stated | None:
    """The sum from January to a month as if it had been stated."""
    january = Month(last // 100, 1)
    inside = [one for one in parts if january.number <= one.first and one.last <= last]
    sums = [
        accumulate(Statement(one.first, one.last, value) for one, value in values).between(
            january, Month.from_number(last)
        )
        for values in (
            [(one, one.fen) for one in inside],
            [(one, one.operating_part_fen or 0) for one in inside],
            [(one, one.regular_part_fen) for one in inside if one.regular_part_fen is not None],
        )
    ]
    if sums[0] is None:
        return None
    one = inside[0]
    return Stated(one.village, one.category, january.number, last, sums[0], sums[1], sums[2])


def _by_village(rows: Iterable[Stated]) -> dict[int, VillageIncome]:
    found: dict[int, list[Stated]] = defaultdict(list)
    for row in rows:
        found[row.village].append(row)
    return {village: _income(stated) for village, stated in found.items()}


def _income(stated: list[Stated]) -> VillageIncome:
    parts = {one.category: one for one in stated}
    other, subsidy = parts.get(Category.OTHER), parts.get(Category.SUBSIDY)
    return VillageIncome(
        {category: one.fen for category, one in parts.items()},
        other.operating_part_fen or 0 if other else 0,
        _regular(subsidy) if subsidy else None,
    )


def _regular(subsidy: Stated) -> int | None:
    """No subsidy has no regular part; of others it is known only where it was stated."""
    return subsidy.regular_part_fen if subsidy.fen else 0
