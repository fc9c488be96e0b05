"""The county's own lists: departments, who answers for them, and the rules of each kind."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import CountyWideRows, ListRow, ListRows
from rectification.supervision.choices import OrderKind
from villages.ledgers.constraints import check, filled, in_order, once, one_of, within
from villages.ledgers.models import LedgerRow


class Department(ListRow):
    """A department of the county that orders may address (县直部门)."""

    class Meta(ListRow.Meta):
        db_table = "supervision_department"
        verbose_name = _("县直部门")
        verbose_name_plural = _("县直部门")


class SeatRows(CountyWideRows):
    """Who answers for which department."""


class DepartmentSeat(LedgerRow):
    """Who answers for a department, from a day to a day: the seat alone shows its orders."""

    department = models.ForeignKey(
        Department, models.PROTECT, related_name="seats", verbose_name=_("部门")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人")
    )
    valid_from = models.DateField(_("开始日期"))
    valid_to = models.DateField(_("结束日期"), null=True, blank=True)

    objects: ClassVar[Any] = SeatRows.as_manager()

    class Meta:
        db_table = "supervision_seat"
        verbose_name = _("部门经办人")
        verbose_name_plural = _("部门经办人")
        ordering = ["department__position", "id"]
        constraints = [
            once(
                "deptseat_open_once", "department", "user", where=Q(valid_to=None),
                message=_("此人已是该部门的经办人。"),
            ),
            in_order(
                "deptseat_days_order", "valid_from", "valid_to",
                _("结束日期不能早于开始日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.department} {self.user}"


class OrderRuleRows(ListRows):
    """Rules of a county, dated."""


class OrderRule(LedgerRow):
    """What holds for one kind of order (文种规则), from a day on.

    `prefix` stands before the year in numbers (督办〔2026〕12号). `reply_days` are working days;
    where they are unknown the urgency decides. `after_days` working days after the day an order
    was due for, the next rung `next_kind` is drafted; unknown means never.
    """

    kind = models.CharField(_("文种"), max_length=14, choices=OrderKind.choices)
    prefix = models.CharField(_("编号代字"), max_length=10)
    reply_days = models.PositiveSmallIntegerField(_("办理期限"), null=True, blank=True)
    next_kind = models.CharField(
        _("逾期后升级为"), max_length=14, choices=OrderKind.choices, blank=True, default=""
    )
    after_days = models.PositiveSmallIntegerField(_("逾期几个工作日升级"), null=True, blank=True)
    valid_from = models.DateField(_("启用日期"))
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects: ClassVar[Any] = OrderRuleRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_rule"
        verbose_name = _("文种规则")
        verbose_name_plural = _("文种规则")
        ordering = ["-valid_from", "id"]
        constraints = [
            once(
                "order_rule_once", "county_code", "kind", "valid_from",
                message=_("这个文种这一天启用的规则已经登记。"),
            ),
            once(
                "order_rule_prefix", "county_code", "prefix", where=Q(valid_to=None),
                message=_("这个编号代字已被别的文种使用。"),
            ),
            one_of("order_rule_kind_known", "kind", OrderKind),
            one_of("order_rule_next_known", "next_kind", OrderKind, blank=True),
            filled("order_rule_prefixed", "prefix", _("请填写编号代字。")),
            within("order_rule_days", "reply_days", 1, 120, _("期限应在 1 到 120 个工作日之间。")),
            within("order_rule_after", "after_days", 0, 60, _("应在 0 到 60 个工作日之间。")),
            check(
                "order_rule_climbs", Q(next_kind="") | ~Q(next_kind=models.F("kind")),
                _("升级后的文种应与原文种不同。"),
            ),
            in_order(
                "order_rule_dates", "valid_from", "valid_to", _("停用日期不能早于启用日期。")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.get_kind_display())
