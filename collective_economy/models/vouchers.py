"""Single payments, and pairs of them that went in a circle."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Category
from collective_economy.kinds import Direction, PartyKind, Verdict
from villages.ledgers.constraints import at_most, check, filled, in_order, once, one_of
from villages.ledgers.models import VillageRow


class Voucher(VillageRow):
    """One payment by its voucher. A county that keeps only totals has none, and the checks that
    read vouchers then say nothing."""

    direction = models.CharField(_("方向"), max_length=4, choices=Direction.choices)
    dated_on = models.DateField(_("日期"))
    voucher_no = models.CharField(_("凭证号"), max_length=40)
    category = models.CharField(
        _("收入类别"), max_length=10, choices=Category.choices, blank=True, default=""
    )
    amount_fen = models.BigIntegerField(_("金额"))
    party = models.CharField(_("对方"), max_length=80)
    party_kind = models.CharField(
        _("对方类型"), max_length=12, choices=PartyKind.choices, blank=True, default=""
    )
    account = models.CharField(_("会计科目"), max_length=60, blank=True, default="")
    purpose = models.CharField(_("摘要"), max_length=120, blank=True, default="")
    bank_serial = models.CharField(_("银行流水号"), max_length=60, blank=True, default="")
    decision_no = models.CharField(_("决议或批准文号"), max_length=60, blank=True, default="")
    contract_no = models.CharField(_("合同编号"), max_length=40, blank=True, default="")
    has_attachment = models.BooleanField(_("有原始凭证"), default=False)

    class Meta:
        db_table = "economy_voucher"
        verbose_name = _("收支凭证")
        verbose_name_plural = _("收支凭证")
        indexes = [models.Index(fields=["county_code", "dated_on"], name="economy_voucher_by_day")]
        constraints = [
            once(
                "voucher_once", "village", "direction", "dated_on", "voucher_no",
                message=_("这张凭证已经登记。"),
            ),
            check("voucher_positive", Q(amount_fen__gt=0), _("凭证金额应大于零。")),
            one_of("voucher_direction", "direction", Direction, _("方向只能是收入或支出。")),
            check(
                "voucher_category_in", Q(category="") | Q(direction=Direction.IN),
                _("只有收入凭证填写收入类别。"),
            ),
            filled("voucher_numbered", "voucher_no", _("请填写凭证号。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.dated_on} {self.voucher_no}"


class PassThrough(VillageRow):
    """Money that came in and went back to the same party (过账), or was found to be ordinary.
    `amount_fen` is what of the income was no income."""

    party = models.CharField(_("对方"), max_length=80)
    received_on = models.DateField(_("收款日期"))
    returned_on = models.DateField(_("付款日期"))
    received_fen = models.BigIntegerField(_("收款金额"))
    returned_fen = models.BigIntegerField(_("付款金额"))
    amount_fen = models.BigIntegerField(_("过账金额"))
    verdict = models.CharField(
        _("结论"), max_length=12, choices=Verdict.choices, default=Verdict.OPEN
    )
    decided_on = models.DateField(_("认定日期"), null=True, blank=True)
    reason = models.CharField(_("说明"), max_length=200, blank=True, default="")

    class Meta:
        db_table = "economy_pass_through"
        verbose_name = _("过账核查")
        verbose_name_plural = _("过账核查")
        constraints = [
            once(
                "pass_through_once", "village", "party", "received_on", "received_fen",
                message=_("这笔往来已经登记。"),
            ),
            check(
                "pass_through_positive",
                Q(received_fen__gt=0, returned_fen__gt=0, amount_fen__gt=0),
                _("收款、付款和过账金额都应大于零。"),
            ),
            at_most(
                "pass_through_within", "amount_fen", "received_fen",
                _("过账金额不能多于收款金额。"),
            ),
            check(
                "pass_through_decided",
                (Q(verdict=Verdict.OPEN) & Q(decided_on=None))
                | (~Q(verdict=Verdict.OPEN) & Q(decided_on__isnull=False) & ~Q(reason="")),
                _("认定为过账或正常往来,必须写明认定日期和说明;待核的不写认定日期。"),
            ),
            in_order(
                "pass_through_decided_later", "received_on", "decided_on",
                _("认定日期不能早于收款日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.party} {self.received_on}"
