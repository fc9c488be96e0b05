"""The colour of a village in a month, with its receipt."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import Colour
from rectification.warnings.models.evaluations import Evaluation
from rectification.warnings.models.rule_sets import RuleSet
from rectification.warnings.querysets import WarningQuerySet
from villages.accounts.models.fields import new_uid
from villages.models import Village


class VillageWarning(models.Model):
    """One village, one month: colour, reasons, and the facts and rules that gave them (三色预警).

    `reasons` lists what was not green: `{"rule", "level", "evidence"}`, with `held` (the month
    since which an event waits to be lowered), `observed` or `exempt` where so. `facts`,
    `standing` (what came in from earlier months and from people's decisions) and `rule_set` are
    enough to judge again and get the same; `digest` names all of it. `raw_colour` is what the
    data of the month alone say, `mark` what a reader must know beside the colour, `red_months`
    and `yellow_months` how many months in a row the village has been so, this one included.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="warnings", verbose_name=_("村")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    month = models.PositiveIntegerField(_("月份"))
    colour = models.CharField(_("颜色"), max_length=6, choices=Colour.choices)
    reasons = models.JSONField(_("原因"), default=list)
    facts = models.JSONField(_("依据的数据"), default=dict)
    standing = models.JSONField(_("承接情况"), null=True)
    raw_colour = models.CharField(
        _("本月数据颜色"),
        max_length=6,
        choices=Colour.choices,
        blank=True,
        default="",
        db_default="",
    )
    mark = models.CharField(_("标记"), max_length=12, blank=True, default="", db_default="")
    red_months = models.PositiveSmallIntegerField(_("连续红色月数"), default=0, db_default=0)
    yellow_months = models.PositiveSmallIntegerField(_("连续黄色月数"), default=0, db_default=0)
    township_code = models.CharField(
        _("当月所属乡镇"), max_length=9, blank=True, default="", db_default=""
    )
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="+")
    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="warnings")
    digest = models.CharField(_("摘要"), max_length=64)

    objects = WarningQuerySet.as_manager()

    class Meta:
        db_table = "rectification_village_warning"
        verbose_name = _("村预警")
        verbose_name_plural = _("村预警")
        ordering = ["-month", "village"]
        indexes = [
            models.Index(fields=["county_code", "month", "colour"], name="warning_by_colour")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "month"],
                name="warning_once_a_month",
                violation_error_message=_("这个村这个月已有预警颜色。"),
            ),
            models.CheckConstraint(
                condition=Q(colour__in=Colour.values),
                name="warning_colour_known",
                violation_error_message=_("颜色只能是红、黄、绿或未评。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.month} {self.colour}"
