"""Rules as decided: which hold from when, with which numbers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.warnings.querysets import RuleSetQuerySet
from villages.accounts.models.fields import new_uid


class RuleSet(models.Model):
    """A set of rules with the day from which it holds (预警规则). Never edited once it judged:
    a change is a new set. An empty county code means every county without one of its own."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6, blank=True, default="")
    name = models.CharField(_("名称"), max_length=60)
    effective_from = models.DateField(_("生效日期"))
    basis = models.CharField(_("依据"), max_length=200)
    issued_by = models.CharField(_("发文单位"), max_length=80, blank=True, default="")
    red_categories = models.PositiveSmallIntegerField(
        _("几类黄色合为红色"), default=3, help_text=_("不同类别的黄色达到此数,评为红色。")
    )
    grey_percent = models.PositiveSmallIntegerField(
        _("未评比例"), default=20, help_text=_("缺数据的指标超过此百分比,评为未评。")
    )
    yellow_months = models.PositiveSmallIntegerField(
        _("黄色持续几个月为红色"), default=2, db_default=2,
        help_text=_("黄色预警持续到第几个月没有降级,评为红色;0 表示不升级。"),
    )  # fmt: skip
    observation_days = models.PositiveSmallIntegerField(
        _("观察期"), default=30, db_default=30, help_text=_("红色降级后按黄色观察的天数。")
    )
    township_red_percent = models.PositiveSmallIntegerField(
        _("乡镇红色比例"), default=10, db_default=10,
        help_text=_("红色村占比达到此百分比,乡镇为红色。"),
    )  # fmt: skip
    township_yellow_percent = models.PositiveSmallIntegerField(
        _("乡镇黄色比例"), default=5, db_default=5,
        help_text=_("红色村占比达到此百分比,乡镇为黄色。"),
    )  # fmt: skip
    note = models.CharField(_("修订说明"), max_length=500, blank=True, default="", db_default="")
    adopted_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    adopted_name = models.CharField(
        _("发布人"), max_length=80, blank=True, default="", db_default=""
    )

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        db_table = "rectification_rule_set"
        verbose_name = _("预警规则")
        verbose_name_plural = _("预警规则")
        ordering = ["county_code", "-effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "effective_from"],
                name="rule_set_once_a_day",
                violation_error_message=_("这一天已有一套预警规则生效。"),
            ),
            models.CheckConstraint(
                condition=Q(red_categories__gte=2),
                name="rule_set_red_categories",
                violation_error_message=_("至少两类黄色才能合为红色。"),
            ),
            models.CheckConstraint(
                condition=Q(grey_percent__lte=100),
                name="rule_set_grey_percent",
                violation_error_message=_("未评比例不能超过 100%。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RuleVersion(models.Model):
    """One rule of a set: whether it holds, and its thresholds; those not named have defaults.

    A rule of the county's own indicators stands whole in `declared` (see `rules/own`); its code
    begins with Z. `escalates` says whether its yellow turns red by lasting.
    """

    rule_set = models.ForeignKey(RuleSet, models.CASCADE, related_name="versions")
    code = models.CharField(_("规则"), max_length=6)
    enabled = models.BooleanField(_("启用"), default=True)
    parameters = models.JSONField(_("参数"), default=dict)
    escalates = models.BooleanField(_("持续黄色升红"), default=True, db_default=True)
    declared = models.JSONField(_("自定义规则"), null=True, blank=True)

    class Meta:
        db_table = "rectification_rule_version"
        verbose_name = _("规则版本")
        verbose_name_plural = _("规则版本")
        ordering = ["rule_set", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule_set", "code"],
                name="rule_version_once",
                violation_error_message=_("这条规则在本套规则中已经有了。"),
            )
        ]

    def __str__(self) -> str:
        return self.code
