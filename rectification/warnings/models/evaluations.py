"""A run of the rules that changed something."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import Stage
from rectification.warnings.models.rule_sets import RuleSet
from rectification.warnings.querysets import EvaluationQuerySet
from villages.accounts.models.fields import new_uid
from villages.common import clock


class Evaluation(models.Model):
    """One evaluation of one county and month (评估). A run that changes neither a colour
    nor the stage leaves no row.

    `digest` names all colours and reasons of the county after the run.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    month = models.PositiveIntegerField(_("月份"))
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="+")
    villages = models.PositiveIntegerField(_("村数"))
    red = models.PositiveIntegerField(_("红"))
    yellow = models.PositiveIntegerField(_("黄"))
    green = models.PositiveIntegerField(_("绿"))
    grey = models.PositiveIntegerField(_("未评"))
    rows_written = models.PositiveIntegerField(_("写入行数"))
    digest = models.CharField(_("摘要"), max_length=64)
    stage = models.CharField(
        _("阶段"), max_length=11, choices=Stage.choices, blank=True, default="", db_default=""
    )
    evaluated_at = models.DateTimeField(_("评估时间"), default=clock.instant)
    evaluated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("评估人"),
    )

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        db_table = "rectification_evaluation"
        verbose_name = _("评估")
        verbose_name_plural = _("评估")
        ordering = ["-id"]
        indexes = [models.Index(fields=["county_code", "month"], name="evaluation_by_month")]

    def __str__(self) -> str:
        return f"{self.county_code} {self.month}"
