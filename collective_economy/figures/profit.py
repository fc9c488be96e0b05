"""What it cost to earn, what passed through, and what was left."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from collective_economy.choices import Category
from collective_economy.definitions import NEW_SYSTEM, define
from collective_economy.figures.income import IncomeFigures
from collective_economy.figures.reading import VillageIncome
from collective_economy.kinds import Verdict
from collective_economy.models import EconomyCost, PassThrough
from collective_economy.models.costs import COSTS
from collective_economy.statements import Statement, accumulate
from villages.common.figures import Figure, Missing
from villages.common.periods import Month
from villages.common.scope import Scope

Costs = Mapping[str, int]


@dataclass(frozen=True)
class VillageProfit:
    """Income, costs and pass-through of one village from January to a month, in fen.

    A cost item that was not stated is missing in `costs`, and what needs it is unknown. Pass-
    through has no unknown: only what a person confirmed counts.
    """

    income: VillageIncome
    costs: Costs
    pass_through_fen: int = 0

    @property
    def usable_fen(self) -> int | None:
        """Operating-type income minus confirmed pass-through and direct cost (可用收入)."""
        operating, cost = self.income.operating_fen, self.costs.get("operating_cost_fen")
        return None if operating is None or cost is None else (
            operating - self.pass_through_fen - cost
        )  # fmt: skip

    def operating_profit_fen(self, month: Month) -> int | None:
        """经营收益 by the accounting system of the month; None while an item is unknown."""
        less: tuple[str, ...] = ("operating_cost_fen", "admin_expense_fen")
        if month >= NEW_SYSTEM:
            less = (*less, "taxes_fen")
        return self._left((Category.OPERATING, Category.INVESTMENT), less)

    def net_fen(self, month: Month) -> int | None:
        """本年收益 by the accounting system of the month; None while an item is unknown."""
        profit = self.operating_profit_fen(month)
        less: tuple[str, ...] = ("other_expense_fen",)
        if month >= NEW_SYSTEM:
            less = (*less, "public_welfare_expense_fen", "income_tax_fen")
        rest = self._left((Category.SUBSIDY, Category.OTHER), less)
        return None if profit is None or rest is None else profit + rest

    def _left(self, plus: Iterable[str], minus: Iterable[str]) -> int | None:
        added = [self.income.by_category.get(one) for one in plus]
        taken = [self.costs.get(one) for one in minus]
        known = [one for one in (*added, *taken) if one is not None]
        if len(known) < len(added) + len(taken):
            return None
        return sum(known[: len(added)]) - sum(known[len(added) :])


def profits(
    scope: Scope, county: str, month: Month, stated: Mapping[int, VillageIncome]
) -> dict[int, VillageProfit]:
    """Profit of every village that stated income, by primary key. Two queries."""
    costs, passed = village_costs(scope, county, month), passed_through(scope, county, month)
    return {
        village: VillageProfit(one, costs.get(village, {}), passed.get(village, 0))
        for village, one in stated.items()
    }


def village_costs(scope: Scope, county: str, month: Month) -> dict[int, Costs]:
    """Costs of January to the month by village and item, put together from the statements of
    the year that end by the month. One query."""
    january = Month(month.year, 1)
    rows = EconomyCost.objects.in_scope(scope).in_county(county)
    rows = rows.filter(from_month__gte=january.number, to_month__lte=month.number)
    parts: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for village, first, last, *fens in rows.values_list(
        "village_id", "from_month", "to_month", *COSTS
    ):
        for item, fen in zip(COSTS, fens, strict=True):
            if fen is not None:
                parts[village, item].append(Statement(first, last, fen))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for (village, item), statements in parts.items():
        whole = accumulate(statements).between(january, month)
        if whole is not None:
            found[village][item] = whole
    return dict(found)


def passed_through(scope: Scope, county: str, month: Month) -> dict[int, int]:
    """Confirmed pass-through received from January to the month's end, in fen. One query."""
    rows = PassThrough.objects.in_scope(scope).in_county(county)
    rows = rows.filter(
        verdict=Verdict.PASS_THROUGH,
        received_on__range=(Month(month.year, 1).start, month.end),
    )
    found: dict[int, int] = defaultdict(int)
    for village, fen in rows.values_list("village_id", "amount_fen"):
        found[village] += fen
    return dict(found)


def profit_figures(of: IncomeFigures, by_code: Mapping[str, VillageProfit]) -> tuple[Figure, ...]:
    """Usable income, operating profit and net income of a territory; villages that lack an item
    are named as missing and stand in no sum."""
    month = of.month
    kinds = {
        "usable_income": {code: one.usable_fen for code, one in by_code.items()},
        "operating_profit": {
            code: one.operating_profit_fen(month) for code, one in by_code.items()
        },
        "net_income": {code: one.net_fen(month) for code, one in by_code.items()},
    }
    everybody = {*of.by_village, *of.missing}
    return tuple(_figure(code, month, known, everybody) for code, known in kinds.items())


def _figure(
    code: str, month: Month, known: Mapping[str, int | None], everybody: set[str]
) -> Figure:
    told = {village: fen for village, fen in known.items() if fen is not None}
    value = Figure.of_fen(code, "", sum(told.values())).value if told else Missing.NOT_FILED
    missing = tuple(sorted(everybody - set(told)))
    return define(
        code, month, value, numerator=len(told), denominator=len(everybody), missing=missing
    )
