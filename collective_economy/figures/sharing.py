"""Rewards against their ceiling, subsidised loans against their fund, dividends, pooled land."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from collective_economy.definitions import define
from collective_economy.figures.profit import VillageProfit
from collective_economy.kinds import PlotUse
from collective_economy.models import (
    Dividend,
    ResourcePlot,
    Reward,
    SubsidisedLoan,
    SupportVillage,
)
from collective_economy.parameters import number
from villages.common.figures import Figure, Missing
from villages.common.money import to_fen
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import percent


@dataclass(frozen=True)
class RewardStanding:
    """Rewards of one village and year in fen, and their ceiling; None while the year's net
    operating profit is unknown. A loss leaves no room for rewards."""

    paid_fen: int
    ceiling_fen: int | None

    @property
    def is_above(self) -> bool:
        """Whether more was paid than the ceiling; unknown is no accusation."""
        return self.ceiling_fen is not None and self.paid_fen > self.ceiling_fen


def rewards(
    scope: Scope, county: str, month: Month, known: Mapping[int, VillageProfit]
) -> dict[int, RewardStanding]:
    """Rewards of the month's year by village. Source of the ceiling: the share (parameter) of
    operating profit from January to the month, rounded down to the fen. One query."""
    share = number("reward_percent", county=county, on=month.end)
    paid: dict[int, int] = defaultdict(int)
    rows = Reward.objects.in_scope(scope).in_county(county).filter(year=month.year)
    for village, fen in rows.values_list("village_id", "paid_fen"):
        paid[village] += fen
    profit = {pk: one.operating_profit_fen(month) for pk, one in known.items()}
    return {pk: RewardStanding(fen, ceiling(profit.get(pk), share)) for pk, fen in paid.items()}


def ceiling(profit_fen: int | None, share: int) -> int | None:
    """The most that may be paid out of a profit."""
    return None if profit_fen is None else max(0, profit_fen) * share // 100


def sharing_figures(
    scope: Scope, county: str, month: Month, known: Mapping[int, RewardStanding]
) -> tuple[Figure, ...]:
    """Rewards above their ceiling, loans, interest fund, dividends, pooled land, support
    villages. Four queries."""
    on, above = month.end, sum(one.is_above for one in known.values())
    loans = SubsidisedLoan.objects.in_scope(scope).in_county(county).filter(lent_on__lte=on)
    open_ = Q(repaid_on=None) | Q(repaid_on__gt=on)
    sums = loans.aggregate(left=Sum("principal_fen", filter=open_), paid=Sum("subsidised_fen"))
    paid = Dividend.objects.in_scope(scope).in_county(county).filter(year=month.year)
    pooled = ResourcePlot.objects.in_scope(scope).in_county(county).filter(use=PlotUse.POOLED)
    return (
        define("rewards_above", month, above, numerator=above, denominator=len(known)),
        define("subsidised_loans", month, _yuan(sums["left"])),
        _fund_used(county, month, sums["paid"] or 0),
        define("dividends", month, _yuan(paid.aggregate(fen=Sum("total_fen"))["fen"])),
        define("pooled_land", month, pooled.aggregate(mu=Sum("area_mu"))["mu"] or Decimal(0)),
        define("support_villages", month, len(support_villages(scope, county, on))),
    )


def support_villages(scope: Scope, county: str, on: date) -> frozenset[int]:
    """Villages that are supported on a day, by primary key. One query."""
    rows = SupportVillage.objects.in_scope(scope).in_county(county).filter(listed_on__lte=on)
    return frozenset(
        rows.filter(Q(delisted_on=None) | Q(delisted_on__gt=on)).values_list(
            "village_id", flat=True
        )
    )


def _fund_used(county: str, month: Month, paid: int) -> Figure:
    fund = to_fen(number("loan_fund", county=county, on=month.end), "万元")
    rate = percent(paid, fund)
    return define(
        "interest_subsidy", month, Missing.NO_BASE if rate is None else rate, numerator=paid,
        denominator=fund,
    )  # fmt: skip


def _yuan(fen: int | None) -> object:
    return Figure.of_fen("", "", fen or 0).value
