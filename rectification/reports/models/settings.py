"""What a county lays down about its reports: dated rows."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.models.parts import ReportTemplate
from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.ledgers.models import LedgerRow
from villages.querysets import ScopedQuerySet, ScopePath


class CountyRowQuerySet(ScopedQuerySet):
    """Rows of a county."""

    scope_path = ScopePath("county_code")


class ReportHead(LedgerRow):
    """Head and address of reports from a day on; an empty kind holds for all kinds.

    A department other than the committee's own office may not send directive documents to a
    lower committee (document-handling regulation 2012, Art. 16(2)): so the reports go to the
    townships' organization offices, or `consent` says by whose consent they go to committees.
    """

    kind = models.CharField(_("报告种类"), max_length=10, blank=True, default="")
    valid_from = models.DateField(_("启用日期"))
    organ = models.CharField(_("发文机关"), max_length=60, blank=True, default="")
    mark = models.CharField(_("发文代字"), max_length=20, default="督导")
    recipients = models.CharField(_("主送"), max_length=120, default="各乡镇（街道）组织办")
    copies = models.CharField(_("抄送"), max_length=200, blank=True, default="")
    consent = models.CharField(_("授权说明"), max_length=120, blank=True, default="")

    class Meta:
        db_table = "rectification_report_head"
        verbose_name = _("报告抬头")
        verbose_name_plural = _("报告抬头")
        ordering = ["county_code", "kind", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "kind", "valid_from"],
                name="report_head_once_a_day",
                violation_error_message=_("这一天已有这种报告的抬头。"),
            ),
            models.CheckConstraint(
                condition=~Q(mark="") & ~Q(recipients=""),
                name="report_head_is_whole",
                violation_error_message=_("发文代字和主送不能为空。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.valid_from}"


class TemplateEdition(models.Model):
    """A county's own print template of a kind of report, from a day on; the latest one counts.
    An edition that is `withdrawn` no longer counts: the one before does, or the shipped one."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县代码"), max_length=6)
    kind = models.CharField(_("报告种类"), max_length=10)
    template = models.ForeignKey(ReportTemplate, models.PROTECT, related_name="+")
    note = models.CharField(_("说明"), max_length=200, blank=True, default="")
    withdrawn = models.BooleanField(_("已停用"), default=False)
    made_at = models.DateTimeField(_("上传时间"), default=clock.instant)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("上传人"),
    )  # fmt: skip

    objects = CountyRowQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report_edition"
        verbose_name = _("报告模板版本")
        verbose_name_plural = _("报告模板版本")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.made_at:%Y-%m-%d}"


class ReportSeries(models.Model):
    """The last document number given in a year: one gap-free series a county."""

    county_code = models.CharField(_("县代码"), max_length=6)
    year = models.PositiveSmallIntegerField(_("年份"))
    last = models.PositiveIntegerField(_("最后编号"), default=0)

    objects = CountyRowQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report_series"
        verbose_name = _("报告编号")
        verbose_name_plural = _("报告编号")
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "year"],
                name="report_series_once",
                violation_error_message=_("这一年的编号已经有了。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.county_code} {self.year} {self.last}"
