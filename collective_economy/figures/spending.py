"""Large payments without a decision behind them (大额支出监督)."""

from typing import Any

from collective_economy.definitions import define
from collective_economy.kinds import Direction
from collective_economy.models import Voucher
from collective_economy.parameters import number
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope


def undecided_spending(scope: Scope, county: str, month: Month) -> Any:
    """Payments of January to the month at or above the county's line whose voucher names no
    decision; a queryset of vouchers, the largest first."""
    fen = number("large_spending", county=county, on=month.end) * 100
    rows = Voucher.objects.in_scope(scope).in_county(county).filter(
        direction=Direction.OUT, decision_no="", amount_fen__gte=fen,
        dated_on__range=(Month(month.year, 1).start, month.end),
    )  # fmt: skip
    return rows.order_by("-amount_fen", "pk")


def spending_figure(scope: Scope, county: str, month: Month) -> Figure:
    """How many such payments there are. One query."""
    return define("large_spending", month, undecided_spending(scope, county, month).count())
