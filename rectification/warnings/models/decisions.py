"""What was decided on a warning event or a village's colour: rows that can only be added."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.warnings.models.alerts import Alert
from rectification.warnings.querysets import DecisionRows
from villages.accounts.models.fields import new_uid
from villages.models import Village


class WarningDecision(models.Model):
    """One step or decision (预警处置经过). `kind` is a step's key or one of `DecisionKind`;
    `month` is the month from which it counts. Append-only."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    village = models.ForeignKey(Village, models.PROTECT, related_name="+", verbose_name=_("村"))
    alert = models.ForeignKey(
        Alert, models.PROTECT, null=True, related_name="decisions", verbose_name=_("预警事件")
    )
    month = models.PositiveIntegerField(_("计入月份"))
    kind = models.CharField(_("事项"), max_length=20)
    from_status = models.CharField(_("原状态"), max_length=17, blank=True, default="")
    to_status = models.CharField(_("新状态"), max_length=17, blank=True, default="")
    text = models.CharField(_("说明"), max_length=1000, blank=True, default="")
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("记录时间"))
    by_name = models.CharField(_("办理人"), max_length=80)

    objects: ClassVar[Any] = DecisionRows.as_manager()

    class Meta:
        db_table = "rectification_warning_decision"
        verbose_name = _("预警处置经过")
        verbose_name_plural = _("预警处置经过")
        ordering = ["-id"]
        indexes = [models.Index(fields=["village", "month"], name="decision_by_village")]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"
