"""Debts and repayments, subsidised loans."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from collective_economy.ledgers.belonging import all_of, not_before, same_village
from collective_economy.models import Debt, DebtRepayment, SubsidisedLoan
from villages.common.columns import Column, Kind
from villages.common.errors import DomainError
from villages.ledgers.declaring import Chart, Item, Ledger, Part


def _not_more_than_owed(row: DebtRepayment, _before: Mapping[str, Any], _by: Any) -> None:
    """All repayments together are no more than the principal."""
    paid = DebtRepayment.objects.filter(debt=row.debt).aggregate(all=Sum("principal_fen"))["all"]
    if paid > row.debt.principal_fen:
        words = say("偿还的本金合计超过借款本金。")
        raise DomainError(
            "repaid_above_debt", words, say("请核对金额,多付的部分记为利息。"), principal_fen=words
        )


def _left(row: dict[str, Any]) -> int:
    return int(row["principal_fen"]) - int(row["repaid_fen"] or 0)


def _with_repaid(rows: Any, _on: Any) -> Any:
    return rows.annotate(repaid_fen=Sum("repayments__principal_fen"))


DEBTS = Ledger(
    key="debts",
    hub="economy",
    model=Debt,
    title=_("村级债务"),
    one=_("村级债务"),
    title_en="debts",
    one_en="debt",
    items=(
        Item("village", fixed=True),
        Item("number", kind=Kind.CODE, fixed=True),
        Item("creditor", width=18),
        Item("creditor_kind", chosen=True),
        Item("reason", chosen=True),
        Item("principal_fen", total=True),
        Item("rate", shown=False),
        Item("borrowed_on"),
        Item("due_on"),
        Item("decision_no", shown=False),
        Item("written_off_on", shown=False),
    ),
    natural_key=("village", "number"),
    order=("village__code", "number"),
    annotate=_with_repaid,
    columns=(
        Column(
            "left", _("尚欠本金"), kind=Kind.YUAN, computed=True, show=_left,
            needs=("principal_fen", "repaid_fen"), help=_("本金减去已偿还的本金。"),
        ),
    ),
    parts=(Part("debt-repayments", "debt"),),
    charts=(
        Chart("creditors", _("按债权人类型"), by="creditor_kind", measure="principal_fen"),
        Chart("reasons", _("按形成原因"), by="reason", measure="principal_fen"),
        Chart("townships", _("按乡镇"), by="township", measure="principal_fen"),
    ),
    search=("number", "creditor"),
    names=lambda row: f"{row.village.name} {row.number}",
    empty=_("还没有债务。没有债务的村不用登记。"),
)  # fmt: skip
REPAYMENTS = Ledger(
    key="debt-repayments",
    hub="economy",
    model=DebtRepayment,
    title=_("债务偿还"),
    one=_("债务偿还"),
    title_en="debt repayments",
    one_en="debt repayment",
    items=(
        Item("village", fixed=True),
        Item("debt", by="number", fixed=True),
        Item("paid_on", fixed=True),
        Item("principal_fen", total=True),
        Item("interest_fen", total=True),
    ),
    natural_key=("village", "debt", "paid_on"),
    order=("-paid_on", "village__code"),
    check=all_of(same_village("debt"), not_before("debt", "borrowed_on", "paid_on")),
    after=_not_more_than_owed,
    names=lambda row: f"{row.debt.number} {row.paid_on}",
    empty=_("还没有还款记录。"),
)
LOANS = Ledger(
    key="subsidised-loans",
    hub="economy",
    model=SubsidisedLoan,
    title=_("贴息贷款"),
    one=_("贴息贷款"),
    title_en="subsidised loans",
    one_en="subsidised loan",
    items=(
        Item("village", fixed=True),
        Item("number", kind=Kind.CODE, fixed=True),
        Item("bank", width=18),
        Item("principal_fen", total=True),
        Item("lent_on"),
        Item("due_on"),
        Item("repaid_on"),
        Item("rate", shown=False),
        Item("subsidy_rate", shown=False),
        Item("subsidised_fen", total=True),
    ),
    natural_key=("village", "number"),
    order=("village__code", "number"),
    charts=(Chart("townships", _("按乡镇"), by="township", measure="principal_fen"),),
    search=("number", "bank"),
    names=lambda row: f"{row.village.name} {row.number}",
    empty=_("还没有贴息贷款。"),
)
