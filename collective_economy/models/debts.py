"""What a collective owes, and what it paid back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collective_economy.kinds import Creditor, DebtReason
from villages.ledgers.constraints import check, in_order, not_negative, once
from villages.ledgers.models import VillageRow


class Debt(VillageRow):
    """One debt (村级债务); `rate` in hundredths of a percent a year."""

    number = models.CharField(_("债务编号"), max_length=40)
    creditor = models.CharField(_("债权人"), max_length=80)
    creditor_kind = models.CharField(_("债权人类型"), max_length=12, choices=Creditor.choices)
    reason = models.CharField(_("形成原因"), max_length=10, choices=DebtReason.choices)
    principal_fen = models.BigIntegerField(_("本金"))
    rate = models.PositiveIntegerField(_("年利率"), null=True, blank=True)
    borrowed_on = models.DateField(_("借款日期"))
    due_on = models.DateField(_("到期日期"), null=True, blank=True)
    decision_no = models.CharField(_("决议文号"), max_length=60, blank=True, default="")
    written_off_on = models.DateField(_("核销日期"), null=True, blank=True)

    class Meta:
        db_table = "economy_debt"
        verbose_name = _("村级债务")
        verbose_name_plural = _("村级债务")
        constraints = [
            once("debt_once", "village", "number", message=_("这个村已有这个编号的债务。")),
            check("debt_positive", Q(principal_fen__gt=0), _("本金应大于零。")),
            check(
                "debt_rate", Q(rate=None) | Q(rate__lte=10_000),
                _("年利率以万分之一计,最多 10000。"),
            ),
            in_order("debt_dates", "borrowed_on", "due_on", _("到期日期不能早于借款日期。")),
            in_order(
                "debt_written_off", "borrowed_on", "written_off_on",
                _("核销日期不能早于借款日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number


class DebtRepayment(VillageRow):
    """Principal and interest paid on one day."""

    debt = models.ForeignKey(
        Debt, models.CASCADE, related_name="repayments", verbose_name=_("债务")
    )
    paid_on = models.DateField(_("还款日期"))
    principal_fen = models.BigIntegerField(_("偿还本金"), default=0)
    interest_fen = models.BigIntegerField(_("支付利息"), default=0)

    class Meta:
        db_table = "economy_repayment"
        verbose_name = _("债务偿还")
        verbose_name_plural = _("债务偿还")
        constraints = [
            once("repayment_once", "debt", "paid_on", message=_("这一天的还款已经登记。")),
            not_negative(
                "repayment_not_negative", "principal_fen", "interest_fen",
                message=_("还款金额不能为负数。"),
            ),
            check(
                "repayment_something", Q(principal_fen__gt=0) | Q(interest_fen__gt=0),
                _("本金和利息至少填写一项。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.debt_id} {self.paid_on}"
