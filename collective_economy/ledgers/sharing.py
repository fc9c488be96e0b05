"""Dividends and rewards."""

from django.utils.translation import gettext_lazy as _

from collective_economy.models import Dividend, Reward
from villages.ledgers.declaring import Chart, Item, Ledger

DIVIDENDS = Ledger(
    key="dividends",
    hub="economy",
    model=Dividend,
    title=_("集体分红"),
    one=_("集体分红"),
    title_en="dividends",
    one_en="dividend",
    items=(
        Item("village", fixed=True),
        Item("year", fixed=True, chosen=True),
        Item("total_fen", total=True),
        Item("per_share_fen"),
        Item("households", total=True),
        Item("decided_on"),
        Item("paid_on"),
    ),
    natural_key=("village", "year"),
    order=("-year", "village__code"),
    charts=(Chart("townships", _("按乡镇"), by="township", measure="total_fen"),),
    names=lambda row: f"{row.village.name} {row.year}",
    empty=_("还没有分红记录。"),
)
REWARDS = Ledger(
    key="economy-rewards",
    hub="economy",
    model=Reward,
    title=_("增收奖励"),
    one=_("增收奖励"),
    title_en="rewards for growth",
    one_en="reward",
    items=(
        Item("village", fixed=True),
        Item("year", fixed=True, chosen=True),
        Item("paid_fen", total=True),
        Item("persons", total=True),
        Item("decided_on", fixed=True),
        Item("basis", width=24),
    ),
    natural_key=("village", "year", "decided_on"),
    order=("-year", "village__code"),
    names=lambda row: f"{row.village.name} {row.year}",
    empty=_("还没有增收奖励。奖励与上限的比较见集体经济首页。"),
)
