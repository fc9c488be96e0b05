"""Who gets a part of what was earned, and loans whose interest the county pays."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import (
    a_year,
    at_most,
    check,
    filled,
    in_order,
    not_negative,
    once,
)
from villages.ledgers.models import VillageRow


class Dividend(VillageRow):
    """What a collective paid out to its members for one year."""

    year = models.PositiveSmallIntegerField(_("年度"))
    total_fen = models.BigIntegerField(_("分红总额"))
    per_share_fen = models.BigIntegerField(_("每股分红"), null=True, blank=True)
    households = models.PositiveIntegerField(_("分红户数"), null=True, blank=True)
    decided_on = models.DateField(_("成员大会日期"))
    paid_on = models.DateField(_("发放日期"), null=True, blank=True)

    class Meta:
        db_table = "economy_dividend"
        verbose_name = _("集体分红")
        verbose_name_plural = _("集体分红")
        constraints = [
            once("dividend_once", "village", "year", message=_("这个村该年度的分红已经登记。")),
            a_year("dividend_year", "year", _("年度应写成 2026 的形式。")),
            check("dividend_positive", Q(total_fen__gt=0), _("分红总额应大于零。")),
            not_negative("dividend_per_share", "per_share_fen", message=_("每股分红不能为负数。")),
            in_order("dividend_dates", "decided_on", "paid_on", _("发放日期不能早于大会日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year}"


class Reward(VillageRow):
    """A reward to village cadres out of one year's net operating profit (增收奖励)."""

    year = models.PositiveSmallIntegerField(_("年度"))
    paid_fen = models.BigIntegerField(_("奖励金额"))
    persons = models.PositiveSmallIntegerField(_("奖励人数"))
    decided_on = models.DateField(_("决定日期"))
    basis = models.CharField(_("依据"), max_length=120)

    class Meta:
        db_table = "economy_reward"
        verbose_name = _("增收奖励")
        verbose_name_plural = _("增收奖励")
        constraints = [
            once(
                "reward_once", "village", "year", "decided_on", message=_("这笔奖励已经登记。")
            ),
            a_year("reward_year", "year", _("年度应写成 2026 的形式。")),
            check("reward_positive", Q(paid_fen__gt=0), _("奖励金额应大于零。")),
            check("reward_persons", Q(persons__gt=0), _("奖励人数应大于零。")),
            filled("reward_basis", "basis", _("请写明奖励的依据。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year} {self.decided_on}"


class SubsidisedLoan(VillageRow):
    """A loan for the collective whose interest the county's fund pays in part (贴息贷款);
    rates in hundredths of a percent a year."""

    number = models.CharField(_("贷款编号"), max_length=40)
    bank = models.CharField(_("贷款银行"), max_length=80)
    principal_fen = models.BigIntegerField(_("贷款金额"))
    lent_on = models.DateField(_("放款日期"))
    due_on = models.DateField(_("到期日期"))
    repaid_on = models.DateField(_("结清日期"), null=True, blank=True)
    rate = models.PositiveIntegerField(_("年利率"))
    subsidy_rate = models.PositiveIntegerField(_("贴息率"))
    subsidised_fen = models.BigIntegerField(_("已贴息"), default=0)

    class Meta:
        db_table = "economy_loan"
        verbose_name = _("贴息贷款")
        verbose_name_plural = _("贴息贷款")
        constraints = [
            once("loan_once", "village", "number", message=_("这个村已有这个编号的贷款。")),
            check("loan_positive", Q(principal_fen__gt=0), _("贷款金额应大于零。")),
            at_most("loan_subsidy_rate", "subsidy_rate", "rate", _("贴息率不能高于年利率。")),
            check("loan_rate", Q(rate__lte=10_000), _("年利率以万分之一计,最多 10000。")),
            not_negative("loan_subsidised", "subsidised_fen", message=_("已贴息不能为负数。")),
            in_order("loan_dates", "lent_on", "due_on", _("到期日期不能早于放款日期。")),
            in_order("loan_repaid", "lent_on", "repaid_on", _("结清日期不能早于放款日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number
