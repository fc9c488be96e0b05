"""Contracts that bring rent, and the rent that came."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collective_economy.kinds import Method, RentPeriod
from villages.ledgers.constraints import check, in_order, not_negative, once, one_of, together
from villages.ledgers.models import VillageRow


class Contract(VillageRow):
    """A contract by which others use what belongs to the collective (发包, 出租)."""

    number = models.CharField(_("合同编号"), max_length=40)
    name = models.CharField(_("标的"), max_length=80)
    party = models.CharField(_("承包或承租方"), max_length=80)
    signed_on = models.DateField(_("签订日期"), null=True, blank=True)
    starts_on = models.DateField(_("起始日期"))
    ends_on = models.DateField(_("到期日期"))
    yearly_fen = models.BigIntegerField(_("年租金"))
    period = models.CharField(
        _("付款周期"), max_length=8, choices=RentPeriod.choices, default=RentPeriod.YEAR
    )
    method = models.CharField(_("发包方式"), max_length=10, choices=Method.choices)
    decision_no = models.CharField(_("决议文号"), max_length=60, blank=True, default="")
    ended_on = models.DateField(_("提前终止日期"), null=True, blank=True)
    end_reason = models.CharField(_("终止原因"), max_length=120, blank=True, default="")

    class Meta:
        db_table = "economy_contract"
        verbose_name = _("合同")
        verbose_name_plural = _("合同")
        constraints = [
            once("contract_once", "village", "number", message=_("这个村已有这个编号的合同。")),
            in_order("contract_dates", "starts_on", "ends_on", _("到期日期不能早于起始日期。")),
            in_order(
                "contract_ended_after", "starts_on", "ended_on",
                _("提前终止日期不能早于起始日期。"),
            ),
            in_order(
                "contract_ended_before", "ended_on", "ends_on",
                _("提前终止日期不能晚于到期日期。"),
            ),
            together(
                "contract_end_reason", "ended_on", "end_reason",
                _("提前终止的合同写明终止日期和原因。"),
            ),
            not_negative("contract_rent", "yearly_fen", message=_("年租金不能为负数。")),
            one_of("contract_period", "period", RentPeriod, _("付款周期不在列表中。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number


class ContractPayment(VillageRow):
    """Rent that came in for a contract."""

    contract = models.ForeignKey(
        Contract, models.CASCADE, related_name="payments", verbose_name=_("合同")
    )
    paid_on = models.DateField(_("收款日期"))
    amount_fen = models.BigIntegerField(_("收款金额"))
    voucher_no = models.CharField(_("凭证号"), max_length=40, blank=True, default="")

    class Meta:
        db_table = "economy_payment"
        verbose_name = _("租金收款")
        verbose_name_plural = _("租金收款")
        constraints = [
            once(
                "payment_once", "contract", "paid_on", "voucher_no",
                message=_("这笔租金已经登记。"),
            ),
            check("payment_positive", Q(amount_fen__gt=0), _("收款金额应大于零。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.contract_id} {self.paid_on}"
