"""A report as it was composed, for ever."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.content import ReportContent
from rectification.reports.querysets import ReportQuerySet
from rectification.reports.states import ReportStatus
from villages.accounts.models.fields import new_uid
from villages.common import clock


class Report(models.Model):
    """One version of a report on a county and period (月调度、季督导、半年小结、年终考核).

    The snapshot is the content, the template and the renderer's version: it is never computed
    again, and drawing it again gives the same bytes. `sha256` names the snapshot. Other rows
    give another version.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    kind = models.CharField(_("种类"), max_length=10)
    period = models.CharField(_("周期"), max_length=8)
    version = models.PositiveIntegerField(_("版本"), default=1)
    title = models.CharField(_("标题"), max_length=120)
    status = models.CharField(
        _("状态"), max_length=8, choices=ReportStatus.choices, default=ReportStatus.DRAFT
    )
    is_open = models.BooleanField(_("周期未封账"))
    content = models.JSONField(_("内容"))
    template = models.ForeignKey(
        "rectification_reports.ReportTemplate", models.PROTECT, related_name="+"
    )
    renderer = models.CharField(_("排版版本"), max_length=12)
    sha256 = models.CharField(_("摘要"), max_length=64)
    made_at = models.DateTimeField(_("生成时间"), default=clock.instant)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("生成人"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report"
        verbose_name = _("报告")
        verbose_name_plural = _("报告")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "kind", "period", "version"],
                name="report_version_once",
                violation_error_message=_("这份报告的这个版本已经有了。"),
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1),
                name="report_version_from_one",
                violation_error_message=_("版本从 1 开始。"),
            ),
            models.CheckConstraint(
                condition=~Q(status=ReportStatus.ISSUED) | Q(is_open=False),
                name="report_issued_is_closed",
                violation_error_message=_("没有封账的周期不能签发报告。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def said(self) -> ReportContent:
        """The content as a value."""
        return ReportContent.from_json(self.content)
