"""Contracts and their rent, assets, resources."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.actions.contracts import end_contract
from collective_economy.ledgers.belonging import same_village
from collective_economy.models import Asset, Contract, ContractPayment, ResourcePlot
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Part, Verb


def _end(row: Contract, *, by: Any, ended_on: date, end_reason: str) -> Contract:
    return end_contract(row, ended_on=ended_on, end_reason=end_reason, by=by)


CONTRACTS = Ledger(
    key="contracts",
    hub="economy",
    model=Contract,
    title=_("合同"),
    one=_("合同"),
    title_en="contracts",
    one_en="contract",
    items=(
        Item("village", fixed=True),
        Item("number", kind=Kind.CODE, fixed=True),
        Item("name", width=20),
        Item("party", width=18),
        Item("signed_on", shown=False),
        Item("starts_on"),
        Item("ends_on"),
        Item("yearly_fen", total=True),
        Item("period", chosen=True, shown=False),
        Item("method", chosen=True, shown=False),
        Item("decision_no", shown=False),
        Item("ended_on", asked=False, shown=False),
        Item("end_reason", asked=False, shown=False),
    ),
    natural_key=("village", "number"),
    order=("ends_on", "village__code", "number"),
    parts=(Part("contract-payments", "contract"),),
    charts=(
        Chart("methods", _("按发包方式"), by="method", measure="yearly_fen"),
        Chart("townships", _("按乡镇"), by="township", measure="yearly_fen"),
    ),
    verbs=(
        Verb(
            "end", _("提前终止"), "end early", act=_end,
            asks=(
                Ask("ended_on", _("提前终止日期"), "Ended on", Kind.DATE),
                Ask("end_reason", _("终止原因"), "Reason", most=120, wide=True),
            ),
            offered=lambda _user, row: row.ended_on is None, danger=True,
        ),
    ),
    search=("number", "name", "party"),
    names=lambda row: f"{row.village.name} {row.number}",
    empty=_("还没有合同。登记合同和收款后,可以看到拖欠的租金。"),
)  # fmt: skip
PAYMENTS = Ledger(
    key="contract-payments",
    hub="economy",
    model=ContractPayment,
    title=_("租金收款"),
    one=_("租金收款"),
    title_en="rent received",
    one_en="rent payment",
    items=(
        Item("village", fixed=True),
        Item("contract", by="number", fixed=True),
        Item("paid_on", fixed=True),
        Item("amount_fen", total=True),
        Item("voucher_no"),
    ),
    natural_key=("village", "contract", "paid_on", "voucher_no"),
    order=("-paid_on", "village__code"),
    check=same_village("contract"),
    charts=(Chart("months", _("按月份"), by="paid_on", measure="amount_fen"),),
    names=lambda row: f"{row.contract.number} {row.paid_on}",
    empty=_("还没有租金收款。"),
)
ASSETS = Ledger(
    key="assets",
    hub="economy",
    model=Asset,
    title=_("集体资产"),
    one=_("集体资产"),
    title_en="assets",
    one_en="asset",
    items=(
        Item("village", fixed=True),
        Item("number", kind=Kind.CODE, fixed=True),
        Item("name", width=20),
        Item("kind", chosen=True),
        Item("acquired_on", shown=False),
        Item("original_fen", total=True),
        Item("net_fen", total=True),
        Item("state", chosen=True),
        Item("disposed_on", shown=False),
    ),
    natural_key=("village", "number"),
    order=("village__code", "number"),
    charts=(
        Chart("kinds", _("按资产类别"), by="kind", measure="net_fen"),
        Chart("states", _("按使用状态"), by="state"),
    ),
    search=("number", "name"),
    names=lambda row: f"{row.village.name} {row.name}",
    empty=_("还没有集体资产。"),
)
PLOTS = Ledger(
    key="resource-plots",
    hub="economy",
    model=ResourcePlot,
    title=_("集体资源"),
    one=_("集体资源"),
    title_en="natural resources",
    one_en="plot",
    items=(
        Item("village", fixed=True),
        Item("number", kind=Kind.CODE, fixed=True),
        Item("name", width=20),
        Item("kind", chosen=True),
        Item("area_mu", total=True),
        Item("use", chosen=True),
        Item("user", width=18),
        Item("contract_no", shown=False),
    ),
    natural_key=("village", "number"),
    order=("village__code", "number"),
    charts=(
        Chart("uses", _("按利用方式(亩)"), by="use", measure="area_mu", unit=_("亩")),
        Chart("kinds", _("按资源类别(亩)"), by="kind", measure="area_mu", unit=_("亩")),
    ),
    search=("number", "name", "user"),
    names=lambda row: f"{row.village.name} {row.name}",
    empty=_("还没有集体资源。"),
)
