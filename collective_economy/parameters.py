"""Lower bounds of the income tiers, as the county's dated rows."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Tier
from villages import parameters
from villages.common.money import to_fen
from villages.parameters import declare

_HELP = _("按本年累计经营性收入计算,含下限。没有收入的为空壳村。")
_BOUNDS = (
    (Tier.LOW, declare("income.tier_low", _("收入档次:起步村下限"), 5, unit=_("万元"), low=1,
                       high=100, help=_HELP)),
    (Tier.MID, declare("income.tier_mid", _("收入档次:达标村下限"), 10, unit=_("万元"), low=1,
                       high=1_000, help=_HELP)),
    (Tier.GOOD, declare("income.tier_good", _("收入档次:较强村下限"), 50, unit=_("万元"), low=1,
                        high=10_000, help=_HELP)),
    (Tier.STRONG, declare("income.tier_strong", _("收入档次:强村下限"), 100, unit=_("万元"), low=1,
                          high=100_000, help=_HELP)),
)  # fmt: skip


def tier_bounds(county: str, on: date) -> tuple[tuple[Tier, int], ...]:
    """The lower bound of each tier above the weak one, in fen, inclusive, from the lowest."""
    values = ((tier, parameters.value(one.key, on=on, county=county)) for tier, one in _BOUNDS)
    return tuple((tier, to_fen(value, "万元")) for tier, value in values)
