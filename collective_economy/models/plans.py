"""What a village is to reach, and which villages get support."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import a_year, check, in_order, not_negative, once
from villages.ledgers.models import VillageRow


class IncomePlan(VillageRow):
    """The operating-type income that a village plans for a year; changes keep their version."""

    year = models.PositiveSmallIntegerField(_("年度"))
    plan_fen = models.BigIntegerField(_("计划经营性收入"))
    basis = models.CharField(_("依据"), max_length=120, blank=True, default="")

    class Meta:
        db_table = "economy_plan"
        verbose_name = _("收入计划")
        verbose_name_plural = _("收入计划")
        constraints = [
            once("plan_once", "village", "year", message=_("这个村该年度的收入计划已经登记。")),
            a_year("plan_year", "year", _("年度应写成 2026 的形式。")),
            not_negative("plan_not_negative", "plan_fen", message=_("收入计划不能为负数。")),
        ]

    def __str__(self) -> str:
        return f"{self.year}"


class SupportVillage(VillageRow):
    """A village in a batch of those whose collective economy is supported (扶持村)."""

    batch = models.CharField(_("批次"), max_length=40)
    year = models.PositiveSmallIntegerField(_("列入年度"))
    listed_on = models.DateField(_("列入日期"))
    delisted_on = models.DateField(_("退出日期"), null=True, blank=True)
    target_fen = models.BigIntegerField(_("目标经营性收入"), null=True, blank=True)
    basis = models.CharField(_("依据"), max_length=120, blank=True, default="")

    class Meta:
        db_table = "economy_support"
        verbose_name = _("扶持村")
        verbose_name_plural = _("扶持村")
        constraints = [
            once(
                "support_once", "village", "batch", "year",
                message=_("这个村已在该批次的名单里。"),
            ),
            once(
                "support_one_open", "village", where=Q(delisted_on=None),
                message=_("这个村已在扶持名单里,退出后才能再次列入。"),
            ),
            a_year("support_year", "year", _("列入年度应写成 2026 的形式。")),
            in_order(
                "support_dates", "listed_on", "delisted_on", _("退出日期不能早于列入日期。")
            ),
            check(
                "support_target", Q(target_fen=None) | Q(target_fen__gt=0),
                _("目标收入应大于零;没有目标的不填。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year} {self.batch}"
