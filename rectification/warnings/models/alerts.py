"""A warning event: one rule, one village, from the month it was raised until a person lowers it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.models import RectificationCase
from rectification.supervision.models import SupervisionOrder
from rectification.warnings.choices import Level
from rectification.warnings.querysets import AlertRows
from rectification.warnings.states import ENDED, LIVE, AlertStatus
from villages.ledgers.constraints import a_month, check, once, one_of
from villages.ledgers.models import VillageRow


class Alert(VillageRow):
    """One warning event (预警事件).

    Months say from when something counts, so that any past month can be judged again: `red_from`
    since it is red, `observed_from` since it is watched as yellow, `ended_from` since it counts no
    more. `found_in` is the last month whose data found it, `good_from` the first later month whose
    data did not. Until `public_at` only the township and the organization department see it.
    `parent` is the event of the same rule whose observation it broke.
    """

    rule = models.CharField(_("规则"), max_length=12)
    level = models.CharField(_("级别"), max_length=6, choices=Level.choices)
    status = models.CharField(
        _("状态"), max_length=17, choices=AlertStatus.choices, default=AlertStatus.OPEN
    )
    raised_month = models.PositiveIntegerField(_("产生月份"))
    raised_at = models.DateTimeField(_("产生时间"))
    public_at = models.DateTimeField(_("公布时间"))
    red_from = models.PositiveIntegerField(_("转红月份"), null=True, blank=True)
    observed_from = models.PositiveIntegerField(_("观察起始月份"), null=True, blank=True)
    observation_until = models.DateField(_("观察期至"), null=True, blank=True)
    ended_from = models.PositiveIntegerField(_("不再计入的月份"), null=True, blank=True)
    ended_on = models.DateField(_("结束日期"), null=True, blank=True)
    found_in = models.PositiveIntegerField(_("最近判定月份"))
    good_from = models.PositiveIntegerField(_("数据转好月份"), null=True, blank=True)
    evidence = models.JSONField(_("产生时的依据"), default=dict)
    explanation = models.CharField(_("公布前说明"), max_length=500, blank=True, default="")
    plan = models.CharField(_("整改打算"), max_length=500, blank=True, default="")
    planned_on = models.DateField(_("计划完成日期"), null=True, blank=True)
    result = models.CharField(_("整改结果"), max_length=500, blank=True, default="")
    acknowledged_on = models.DateField(_("签收日期"), null=True, blank=True)
    stated_on = models.DateField(_("整改打算填写日期"), null=True, blank=True)
    submitted_on = models.DateField(_("报结果日期"), null=True, blank=True)
    asked_false_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("误报申请人"),
    )  # fmt: skip
    asked_false_reason = models.CharField(_("误报理由"), max_length=300, blank=True, default="")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followers",
        verbose_name=_("前一次预警"),
    )  # fmt: skip
    order = models.ForeignKey(
        SupervisionOrder, models.PROTECT, null=True, blank=True, related_name="alerts",
        verbose_name=_("督办单"),
    )  # fmt: skip
    case = models.ForeignKey(
        RectificationCase, models.PROTECT, null=True, blank=True, related_name="alerts",
        verbose_name=_("整顿"),
    )  # fmt: skip

    objects: ClassVar[Any] = AlertRows.as_manager()

    class Meta:
        db_table = "rectification_alert"
        verbose_name = _("预警事件")
        verbose_name_plural = _("预警事件")
        ordering = ["-raised_month", "village", "rule"]
        indexes = [
            models.Index(fields=["county_code", "status", "raised_month"], name="alert_by_status"),
            models.Index(fields=["village", "raised_month"], name="alert_by_village"),
        ]
        constraints = [
            once(
                "alert_live_once",
                "village",
                "rule",
                where=Q(ended_from=None),
                message=_("这个村的这条规则已有未了结的预警。"),
            ),
            one_of("alert_level_known", "level", Level),
            one_of("alert_status_known", "status", AlertStatus),
            a_month("alert_month", "raised_month", _("月份写成 202610 的样子。")),
            check(
                "alert_red_since",
                ~Q(level=Level.RED) | Q(red_from__isnull=False),
                _("红色预警应有转红月份。"),
            ),
            check(
                "alert_observed_until",
                ~Q(status=AlertStatus.OBSERVING)
                | Q(observed_from__isnull=False, observation_until__isnull=False),
                _("观察期应有起始月份和截止日期。"),
            ),
            check(
                "alert_ended_when",
                Q(status__in=LIVE) | Q(ended_from__isnull=False, ended_on__isnull=False),
                _("结束的预警应有结束日期。"),
            ),
            check(
                "alert_live_open",
                Q(status__in=ENDED) | Q(ended_on=None),
                _("没有结束的预警不应有结束日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.village_id} {self.raised_month}"
