"""Plans for the year and villages that are supported."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.actions.plans import end_support
from collective_economy.models import IncomePlan, SupportVillage
from collective_economy.perms import may_review_economy
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb


def _end(row: SupportVillage, *, by: Any, delisted_on: date) -> SupportVillage:
    return end_support(row, delisted_on=delisted_on, by=by)


PLANS = Ledger(
    key="income-plans",
    hub="economy",
    model=IncomePlan,
    title=_("收入计划"),
    one=_("收入计划"),
    title_en="income plans",
    one_en="income plan",
    items=(
        Item("village", fixed=True),
        Item("year", fixed=True, chosen=True),
        Item("plan_fen", total=True),
        Item("basis", width=24),
    ),
    natural_key=("village", "year"),
    order=("-year", "village__code"),
    charts=(Chart("townships", _("按乡镇"), by="township", measure="plan_fen"),),
    names=lambda row: f"{row.village.name} {row.year}",
    empty=_("还没有收入计划。登记后可以看出哪些村落后于序时进度。"),
)
SUPPORTED = Ledger(
    key="support-villages",
    hub="economy",
    model=SupportVillage,
    title=_("扶持村"),
    one=_("扶持村"),
    title_en="supported villages",
    one_en="supported village",
    items=(
        Item("village", fixed=True),
        Item("batch", fixed=True, chosen=True),
        Item("year", fixed=True, chosen=True),
        Item("listed_on"),
        Item("delisted_on", asked=False),
        Item("target_fen", total=True),
        Item("basis", width=24, shown=False),
    ),
    natural_key=("village", "batch", "year"),
    order=("-year", "village__code"),
    may_write=may_review_economy,
    charts=(Chart("townships", _("按乡镇"), by="township"),),
    verbs=(
        Verb(
            "end", _("退出名单"), "take off the list", act=_end,
            asks=(Ask("delisted_on", _("退出日期"), "Delisted on", Kind.DATE),),
            may=may_review_economy, offered=lambda _user, row: row.delisted_on is None,
        ),
    ),
    names=lambda row: f"{row.village.name} {row.batch}",
    empty=_("还没有扶持村名单。"),
)  # fmt: skip
