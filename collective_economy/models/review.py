"""Answers to the portal's questions, and what another system says."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import check, filled, in_order, not_negative, once, one_year
from villages.ledgers.models import VillageRow


class CheckAnswer(VillageRow):
    """What a township answered to one question about one village and month, and whether the
    county was content. The question itself is computed again whenever it is asked."""

    month = models.PositiveIntegerField(_("月份"))
    code = models.CharField(_("核查项"), max_length=20)
    answer = models.CharField(_("答复"), max_length=200)
    answered_on = models.DateField(_("答复日期"))
    accepted_on = models.DateField(_("认可日期"), null=True, blank=True)
    sent_back = models.CharField(_("退回说明"), max_length=200, blank=True, default="")

    class Meta:
        db_table = "economy_check_answer"
        verbose_name = _("收入核查答复")
        verbose_name_plural = _("收入核查答复")
        constraints = [
            once(
                "check_answer_once", "village", "month", "code",
                message=_("这个问题已有答复,请修改原答复。"),
            ),
            filled("check_answer_words", "answer", _("请用一句话答复。")),
            in_order(
                "check_answer_dates", "answered_on", "accepted_on",
                _("认可日期不能早于答复日期。"),
            ),
            check(
                "check_answer_one_end", Q(accepted_on=None) | Q(sent_back=""),
                _("答复只能认可或退回,不能同时。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.month} {self.code}"


class PlatformTotal(VillageRow):
    """The income that the three-assets platform (三资平台) shows for a range of months."""

    from_month = models.PositiveIntegerField(_("起始月份"))
    to_month = models.PositiveIntegerField(_("截止月份"))
    total_fen = models.BigIntegerField(_("平台收入合计"))

    class Meta:
        db_table = "economy_platform_total"
        verbose_name = _("三资平台收入")
        verbose_name_plural = _("三资平台收入")
        constraints = [
            once(
                "platform_once", "village", "from_month", "to_month",
                message=_("这个村该期间的平台数已经登记。"),
            ),
            one_year("platform_months", _("起止月份应在同一年内,写成 202601 到 202610 的形式。")),
            not_negative("platform_not_negative", "total_fen", message=_("收入不能为负数。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.from_month}-{self.to_month}"
