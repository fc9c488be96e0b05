"""Costs, single vouchers, and pairs of them that went in a circle."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.actions.roundtrips import decide_round_trip
from collective_economy.kinds import Verdict
from collective_economy.models import EconomyCost, PassThrough, Voucher
from collective_economy.perms import may_review_economy
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb


def _confirm(row: PassThrough, *, by: Any, decided_on: date, reason: str) -> PassThrough:
    return decide_round_trip(
        row, verdict=Verdict.PASS_THROUGH, decided_on=decided_on, reason=reason, by=by
    )


def _clear(row: PassThrough, *, by: Any, decided_on: date, reason: str) -> PassThrough:
    return decide_round_trip(
        row, verdict=Verdict.LEGIT, decided_on=decided_on, reason=reason, by=by
    )


def _is_open(_user: Any, row: PassThrough) -> bool:
    return row.verdict == Verdict.OPEN


_DECISION = (
    Ask("decided_on", _("认定日期"), "Decided on", Kind.DATE),
    Ask("reason", _("说明"), "Reason", wide=True),
)

COSTS = Ledger(
    key="economy-costs",
    hub="economy",
    model=EconomyCost,
    title=_("成本费用"),
    one=_("成本费用"),
    title_en="costs of collectives",
    one_en="cost statement",
    items=(
        Item("village", fixed=True),
        Item("from_month", fixed=True),
        Item("to_month", fixed=True),
        Item("operating_cost_fen"),
        Item("taxes_fen"),
        Item("admin_expense_fen"),
        Item("public_welfare_expense_fen"),
        Item("other_expense_fen"),
        Item("income_tax_fen"),
    ),
    natural_key=("village", "from_month", "to_month"),
    month="to_month",
    order=("-to_month", "village__code"),
    names=lambda row: f"{row.village.name} {row.from_month}-{row.to_month}",
    empty=_("还没有登记成本费用。登记后才能算出可用收入和经营收益。"),
)
VOUCHERS = Ledger(
    key="economy-vouchers",
    hub="economy",
    model=Voucher,
    title=_("收支凭证"),
    one=_("收支凭证"),
    title_en="vouchers",
    one_en="voucher",
    items=(
        Item("village", fixed=True),
        Item("direction", chosen=True, fixed=True),
        Item("dated_on", fixed=True),
        Item("voucher_no", fixed=True),
        Item("category", chosen=True),
        Item("amount_fen", total=True),
        Item("party", width=20),
        Item("party_kind", chosen=True, shown=False),
        Item("account", shown=False, width=16),
        Item("purpose", width=24),
        Item("bank_serial", shown=False, kind=Kind.CODE, width=20),
        Item("decision_no", shown=False, width=16),
        Item("contract_no", shown=False),
        Item("has_attachment", shown=False, chosen=True),
    ),
    natural_key=("village", "direction", "dated_on", "voucher_no"),
    month="dated_on",
    order=("-dated_on", "village__code", "voucher_no"),
    charts=(
        Chart("categories", _("收入按类别"), by="category", measure="amount_fen"),
        Chart("months", _("按月份"), by="dated_on", measure="amount_fen"),
    ),
    search=("party", "voucher_no", "purpose"),
    names=lambda row: f"{row.village.name} {row.dated_on} {row.voucher_no}",
    empty=_("还没有收支凭证。有凭证的村,收入核查会逐笔核对;没有凭证的不核对。"),
)
PASS_THROUGHS = Ledger(
    key="pass-throughs",
    hub="economy",
    model=PassThrough,
    title=_("过账核查"),
    one=_("过账核查"),
    title_en="pass-through money",
    one_en="pass-through pair",
    items=(
        Item("village", fixed=True),
        Item("party", width=20, fixed=True),
        Item("received_on", fixed=True),
        Item("received_fen", fixed=True),
        Item("returned_on"),
        Item("returned_fen"),
        Item("amount_fen", total=True),
        Item("verdict", chosen=True, asked=False),
        Item("decided_on", asked=False),
        Item("reason", asked=False, wide=True, width=24),
    ),
    natural_key=("village", "party", "received_on", "received_fen"),
    order=("-received_on", "village__code"),
    charts=(Chart("verdicts", _("按结论"), by="verdict"),),
    verbs=(
        Verb(
            "confirm", _("认定为过账"), "confirm as pass-through", act=_confirm, asks=_DECISION,
            may=may_review_economy, offered=_is_open,
            explains=_("过账不计入可用收入;经营性收入不变。"),
        ),
        Verb(
            "clear", _("认定为正常往来"), "clear as ordinary business", act=_clear,
            asks=_DECISION, may=may_review_economy, offered=_is_open,
            explains=_("同一对方以后不再询问。"),
        ),
    ),
    names=lambda row: f"{row.village.name} {row.party} {row.received_on}",
    empty=_("没有一收一付的往来需要核查。"),
)  # fmt: skip
