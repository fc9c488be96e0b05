"""To whom a report went, who confirmed it, who took a copy."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.reports.models.reports import Report
from villages.common import clock
from villages.querysets import ScopedQuerySet, ScopePath


class OfReportQuerySet(ScopedQuerySet):
    """Rows of reports; a unit sees its own."""

    scope_path = ScopePath("report__county_code", "unit_code")


class ReportRecipient(models.Model):
    """A township to which an issued version went, and its receipt: by whom and when it was read
    (签收). Another version has rows of its own."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="recipients")
    unit_code = models.CharField(_("单位代码"), max_length=9)
    unit_name = models.CharField(_("单位"), max_length=60)
    confirmed_at = models.DateTimeField(_("签收时间"), null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("签收人"),
    )  # fmt: skip

    objects = OfReportQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report_recipient"
        verbose_name = _("报告主送单位")
        verbose_name_plural = _("报告主送单位")
        ordering = ["unit_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "unit_code"],
                name="report_recipient_once",
                violation_error_message=_("这份报告已经发给这个单位。"),
            )
        ]

    def __str__(self) -> str:
        return self.unit_name


class DownloadQuerySet(ScopedQuerySet):
    """Copies taken of a county's reports."""

    scope_path = ScopePath("report__county_code")


class ReportDownload(models.Model):
    """A copy that somebody took. `mark` is printed small on that copy alone, so that a page found
    somewhere tells whose copy it was."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="downloads")
    name = models.CharField(_("文件名"), max_length=120)
    mark = models.CharField(_("水印码"), max_length=10, unique=True)
    at = models.DateTimeField(_("时间"), default=clock.instant)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("下载人"),
    )  # fmt: skip

    objects = DownloadQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report_download"
        verbose_name = _("报告下载记录")
        verbose_name_plural = _("报告下载记录")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.mark} {self.name}"
