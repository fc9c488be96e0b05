"""The run ledger: what the calendar wanted, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.models.reports import Report
from rectification.reports.models.settings import CountyRowQuerySet
from rectification.reports.states import RunState
from villages.common import clock


class ReportRun(models.Model):
    """One report that the county's calendar asks for: its kind and period, the day on which it
    was due, and how far it is. `error` is written for people. Rows are never asked for twice:
    whatever the clock did meanwhile, a period has one row."""

    county_code = models.CharField(_("县代码"), max_length=6)
    kind = models.CharField(_("种类"), max_length=10)
    period = models.CharField(_("周期"), max_length=8)
    due_on = models.DateField(_("应生成日期"))
    state = models.CharField(
        _("状态"), max_length=8, choices=RunState.choices, default=RunState.WAITING
    )
    report = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="+")
    job = models.CharField(_("任务"), max_length=32, blank=True, default="")
    error = models.CharField(_("原因"), max_length=500, blank=True, default="")
    made_at = models.DateTimeField(_("完成时间"), null=True)
    first_seen = models.DateTimeField(_("登记时间"), default=clock.instant)

    objects = CountyRowQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report_run"
        verbose_name = _("报告生成台账")
        verbose_name_plural = _("报告生成台账")
        ordering = ["-due_on", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "kind", "period"],
                name="report_run_once",
                violation_error_message=_("这个周期已经登记。"),
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED) | ~Q(error=""),
                name="report_run_failed_says_why",
                violation_error_message=_("失败的生成应写明原因。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.period}"
