"""Income of village collectives: the only code that adds it up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from statistics import median

from collective_economy.choices import Category, Tier
from collective_economy.definitions import define
from collective_economy.figures.reading import VillageIncome, village_income
from collective_economy.parameters import tier_bounds
from collective_economy.tiers import tier_of
from villages.common.figures import Figure, Missing
from villages.common.money import wan_text
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import round_half_up
from villages.models import Village


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
        return sum(self.known.values())

    @cached_property
    def known(self) -> dict[str, int]:
        """Operating-type income by village, of those who stated it."""
        found = {code: one.operating_fen for code, one in self.by_village.items()}
        return {code: fen for code, fen in found.items() if fen is not None}

    @cached_property
    def recurring(self) -> dict[str, int]:
        """Recurring income by village, where operating-type income and regular subsidies are
        both known."""
        found = {code: one.recurring_fen for code, one in self.by_village.items()}
        return {code: fen for code, fen in found.items() if fen is not None}

    @cached_property
    def by_category(self) -> dict[Category, int]:
        """Every category, in the order of the sheet."""
        sums: Counter[str] = Counter()
        for one in self.by_village.values():
            sums.update(one.by_category)
        return {category: sums[category] for category in Category}

    @cached_property
    def median_fen(self) -> Fraction | None:
        """The middle operating-type income; means are moved by a few strong villages."""
        return median(map(Fraction, self.known.values())) if self.known else None

    @cached_property
    def mean_fen(self) -> Fraction | None:
        """The mean operating-type income, beside the median."""
        return Fraction(self.operating_fen, len(self.known)) if self.known else None

    def tier(self, code: str) -> Tier | None:
        """The tier of a village; None while its operating-type income is unknown."""
        known = self.known.get(code)
        return None if known is None else tier_of(known, self.bounds)

    @cached_property
    def tiers(self) -> dict[Tier, int]:
        """Villages in each tier, from the lowest."""
        counted = Counter(tier_of(fen, self.bounds) for fen in self.known.values())
        return {tier: counted[tier] for tier in Tier}

    def reaching(self, fen: int) -> int:
        """Villages with at least this operating-type income."""
        return sum(known >= fen for known in self.known.values())


def income(scope: Scope, county: str, month: Month) -> IncomeFigures:
    """Income of the villages of a county that lie in the scope, January to this month.

    Source: current income entries (see `year_to_dates`). Tier bounds are the county's parameters
    in force at the month's end. Two queries; three where single months were filed.
    """
    villages = Village.objects.in_scope(scope).in_county(county).on(month.end)
    codes = dict(villages.values_list("pk", "code"))
    return of_villages(county, month, codes, village_income(scope, county, month))


def of_villages(
    county: str, month: Month, codes: Mapping[int, str], stated: Mapping[int, VillageIncome]
) -> IncomeFigures:
    """The same figures from what was read before. No query."""
    by_village = {codes[pk]: one for pk, one in stated.items() if pk in codes}
    known = {code for code, one in by_village.items() if one.operating_fen is not None}
    missing = tuple(sorted(set(codes.values()) - known))
    return IncomeFigures(month, by_village, missing, tier_bounds(county, month.end))


def income_figures(of: IncomeFigures) -> tuple[Figure, ...]:
    """The figures of income that people and programs read: total, operating-type, recurring,
    each category, median, mean, villages in each tier and the share at or above each bound."""
    month, missing = of.month, of.missing
    silent = tuple(sorted({*missing, *of.by_village} - set(of.recurring)))
    return (
        _sum("total_income", of, of.total_fen, _silent(of)),
        _sum("operating_type_income", of, of.operating_fen, missing),
        define("recurring_income", month, _money(sum(of.recurring.values()), of.recurring),
               missing=silent),
        *(
            _sum(f"{one}_income", of, fen, ()) for one, fen in of.by_category.items()
        ),
        define("median_income", month, _middle(of.median_fen), missing=missing),
        define("mean_income", month, _middle(of.mean_fen), missing=missing),
        *(
            define(f"tier_{tier}", month, count, numerator=count, denominator=len(of.known),
                   missing=missing)
            for tier, count in of.tiers.items()
        ),
        *(share_reaching(of, tier, fen) for tier, fen in of.bounds),
    )  # fmt: skip


def share_reaching(of: IncomeFigures, tier: Tier, fen: int) -> Figure:
    """The share of villages whose operating-type income reaches a bound."""
    count, known = of.reaching(fen), len(of.known)
    figure = Figure.of_share(f"share_{tier}", "", count, known)
    words = wan_text(fen, 0)
    return define(
        figure.code, of.month, figure.value, numerator=count, denominator=known,
        missing=of.missing, named={"line": words},
    )  # fmt: skip


def _sum(code: str, of: IncomeFigures, fen: int, missing: tuple[str, ...]) -> Figure:
    return define(code, of.month, _money(fen, of.by_village), missing=missing)


def _silent(of: IncomeFigures) -> tuple[str, ...]:
    return tuple(code for code in of.missing if code not in of.by_village)


def _money(fen: int, known: Mapping[str, object]) -> object:
    return Figure.of_fen("", "", fen).value if known else Missing.NOT_FILED


def _middle(fen: Fraction | None) -> object:
    return Missing.NOT_FILED if fen is None else round_half_up(fen / 100)
