"""Disclosure (公开): what was put up, for which quarter or month, how long."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import DisclosureKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import VillageRow

QUARTER_OR_MONTH = r"^20[0-9]{2}(Q[1-4]|-(0[1-9]|1[0-2]))$"


class Disclosure(VillageRow):
    """One publication of one kind about one quarter (2026Q3) or month (2026-09).

    `kept_until` is the day it was or will be taken down; empty while it still hangs. A row of
    the law's own fault, too short a time, may be written: figures name it.
    """

    kind = models.CharField(_("公开内容"), max_length=12, choices=DisclosureKind.choices)
    period = models.CharField(_("公开期间"), max_length=7)
    published_on = models.DateField(_("公开日期"))
    kept_until = models.DateField(_("保留至"), null=True, blank=True)
    audited_on = models.DateField(_("审核日期"), null=True, blank=True)
    is_online = models.BooleanField(_("同时网上公开"), default=False)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("公开记录")
        verbose_name_plural = _("党务村务财务公开")
        ordering = ["-published_on", "village", "kind"]
        indexes = [models.Index(fields=["county_code", "published_on"], name="disclosure_by_day")]
        constraints = [
            once(
                "disclosure_once", "village", "kind", "period",
                message=_("这个村该期间的这类公开已经登记。"),
            ),
            one_of("disclosure_kind_known", "kind", DisclosureKind),
            check(
                "disclosure_period_form", Q(period__regex=QUARTER_OR_MONTH),
                _("公开期间应写成 2026Q3(季度)或 2026-09(月)。"),
            ),
            in_order(
                "disclosure_kept_after", "published_on", "kept_until",
                _("保留至的日期不能早于公开日期。"),
            ),
            in_order(
                "disclosure_audited_before", "audited_on", "published_on",
                _("应先由村务监督委员会审核,再公开:审核日期不能晚于公开日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.period} {self.get_kind_display()}"


class DisclosureDuty(VillageRow):
    """A village whose finances are busy and disclosed every month, from a day to a day."""

    valid_from = models.DateField(_("开始日期"))
    valid_to = models.DateField(_("结束日期"), null=True, blank=True)
    reason = models.CharField(_("理由"), max_length=200)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        db_table = "villages_affairs_monthly_duty"
        verbose_name = _("财务按月公开的村")
        verbose_name_plural = _("财务按月公开的村")
        ordering = ["village", "-valid_from"]
        constraints = [
            once("monthly_duty_once", "village", "valid_from", message=_("这一天已经登记。")),
            once(
                "monthly_duty_one_open", "village", where=Q(valid_to=None),
                message=_("这个村已在按月公开的名单上。"),
            ),
            in_order(
                "monthly_duty_days", "valid_from", "valid_to", _("结束日期不能早于开始日期。")
            ),
            filled("monthly_duty_reason", "reason", _("请写明按月公开的理由。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.valid_from)
