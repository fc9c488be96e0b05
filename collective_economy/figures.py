"""Income of village collectives: the only code that adds it up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from collective_economy.choices import OPERATING_TYPE, Category, Tier
from collective_economy.models import IncomeEntry
from collective_economy.parameters import tier_bounds
from collective_economy.tiers import tier_of
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village


@dataclass(frozen=True)
class VillageIncome:
    """What one village stated for January to a month, in fen by category; a category that it
    said nothing about is missing."""

    by_category: Mapping[str, int]

    @property
    def total_fen(self) -> int:
        """All stated categories together."""
        return sum(self.by_category.values())

    @property
    def operating_fen(self) -> int | None:
        """经营收入 and 投资收益 together; None while neither is stated."""
        stated = [self.by_category[one] for one in OPERATING_TYPE if one in self.by_category]
        return sum(stated) if stated else None


@dataclass(frozen=True)
class IncomeFigures:
    """Income of a territory, January to `month`, in fen.

    `by_village` holds the villages that stated something, `missing` the codes of those that
    stated nothing or not their operating-type income; sums leave the missing out and count them
    nowhere as zero. Tiers have the villages with a known operating-type income as denominator.
    """

    month: Month
    by_village: Mapping[str, VillageIncome]
    missing: tuple[str, ...]
    bounds: tuple[tuple[Tier, int], ...]

    @cached_property
    def total_fen(self) -> int:
        """All income of those who stated it."""
        return sum(one.total_fen for one in self.by_village.values())

    @cached_property
    def operating_fen(self) -> int:
        """Operating-type income of those who stated it."""
        return sum(one.operating_fen or 0 for one in self.by_village.values())

    @cached_property
    def by_category(self) -> dict[Category, int]:
        """Every category, in the order of the sheet."""
        sums: Counter[str] = Counter()
        for one in self.by_village.values():
            sums.update(one.by_category)
        return {category: sums[category] for category in Category}

    def tier(self, code: str) -> Tier | None:
        """The tier of a village; None while its operating-type income is unknown."""
        known = self.by_village.get(code)
        if known is None or known.operating_fen is None:
            return None
        return tier_of(known.operating_fen, self.bounds)

    @cached_property
    def tiers(self) -> dict[Tier, int]:
        """Villages in each tier, from the lowest."""
        counted = Counter(self.tier(code) for code in self.by_village)
        return {tier: counted[tier] for tier in Tier}


def income(scope: Scope, county: str, month: Month) -> IncomeFigures:
    """Income of the villages of a county that lie in the scope, January to this month.

    Source: current income entries whose range is exactly January to the month. Tier bounds are
    the county's parameters in force at the month's end. Two queries.
    """
    villages = Village.objects.in_scope(scope).in_county(county).on(month.end)
    codes = dict(villages.values_list("pk", "code"))
    stated = village_income(scope, county, month)
    by_village = {codes[pk]: one for pk, one in stated.items() if pk in codes}
    known = {code for code, one in by_village.items() if one.operating_fen is not None}
    missing = tuple(sorted(set(codes.values()) - known))
    return IncomeFigures(month, by_village, missing, tier_bounds(county, month.end))


def village_income(scope: Scope, county: str, month: Month) -> dict[int, VillageIncome]:
    """What each village stated for January to this month, by primary key. One query."""
    rows = IncomeEntry.objects.in_scope(scope).in_county(county).year_to_date(month)
    return _by_village(rows.values_list("village_id", "category", "amount_fen"))


def _by_village(rows: Iterable[tuple[int, str, int]]) -> dict[int, VillageIncome]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for village, category, fen in rows:
        found[village][category] = fen
    return {village: VillageIncome(stated) for village, stated in found.items()}
