"""Columns of the income list, for screen, Excel, CSV and print."""

from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Category, Tier
from collective_economy.kinds import RentPeriod
from villages.common.columns import Column, Kind, ListSpec

INCOME = ListSpec(
    key="income",
    title=_("村级集体收入"),
    columns=(
        Column("name", _("村名"), width=18),
        Column("township", _("乡镇"), path="township__name", width=14),
        Column("code", _("区划代码"), kind=Kind.CODE, width=16, visible=False),
        *(
            Column(f"{one}_fen", one.label, kind=Kind.YUAN, total=True, width=14)
            for one in Category
        ),
        Column("total_fen", _("合计"), kind=Kind.YUAN, total=True, width=14),
        Column("operating_type_fen", _("经营性收入"), kind=Kind.YUAN, total=True, width=14),
        Column("tier", _("档次"), kind=Kind.CHOICE, choices=Tier.choices, path="tier_key"),
        Column("usable_fen", _("可用收入"), kind=Kind.YUAN, total=True, width=14),
        Column("plan_fen", _("全年计划"), kind=Kind.YUAN, total=True, visible=False, width=14),
    ),
    order=("code",),
    identity="code",
    row_url="collective_economy:village",
    row_arg="code",
    row_label="name",
    search=("search_text",),
    empty=_("没有符合条件的村。收入由乡镇填报或导入,填报后显示在这里。"),
)
RENTS = ListSpec(
    key="rents",
    title=_("租金应收和实收"),
    columns=(
        Column("number", _("合同编号"), kind=Kind.CODE),
        Column("village", _("村"), path="village__name", width=16),
        Column("township", _("乡镇"), path="village__township__name", width=14),
        Column("name", _("标的"), width=20),
        Column("party", _("承包或承租方"), width=18),
        Column("period", _("付款周期"), kind=Kind.CHOICE, choices=RentPeriod.choices),
        Column("yearly_fen", _("年租金"), kind=Kind.YUAN, total=True),
        Column("due_fen", _("到期应收"), kind=Kind.YUAN, total=True),
        Column("received_fen", _("已收"), kind=Kind.YUAN, total=True),
        Column("arrears_fen", _("拖欠"), kind=Kind.YUAN, total=True),
        Column("arrears_days", _("拖欠天数"), kind=Kind.INTEGER, unit=_("天")),
        Column("ends_on", _("到期日期"), kind=Kind.DATE),
        Column("soon", _("即将到期"), path="expires_soon", kind=Kind.BOOLEAN),
    ),
    order=("-arrears_fen", "ends_on"),
    row_url="ledgers:contracts_row",
    row_arg="uid",
    row_label="number",
    search=("number", "name", "party"),
    empty=_("没有合同。登记合同和收款后,这里按天算出应收、实收和拖欠。"),
)
