"""A report as it was composed, for ever."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.content import ReportContent
from rectification.reports.editing import amended
from rectification.reports.querysets import ReportQuerySet
from rectification.reports.states import UNISSUED, ReportStatus
from villages.accounts.models.fields import new_uid
from villages.common import clock


class Report(models.Model):
    """One version of a report on a county and period (月调度、季督导、半年小结、年终考核).

    `content` is what the rows said when it was composed; it never changes. `edits` are words
    that people amended before issuing, by the key of the sentence (None: left out); `stamp` is
    what issuing adds (number, day, recipients). Content, edits, stamp, template and renderer make
    the snapshot that `sha256` names: drawing it again gives the same bytes. `content_sha256`
    names content and template alone: other rows, another version. `revision` guards amendments.
    `code` is printed on every page; with the number of a figure it leads to its rows.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    county_code = models.CharField(_("县(市)代码"), max_length=6)
    kind = models.CharField(_("种类"), max_length=10)
    period = models.CharField(_("周期"), max_length=8)
    version = models.PositiveIntegerField(_("版本"), default=1)
    code = models.CharField(_("报告码"), max_length=6, unique=True)
    title = models.CharField(_("标题"), max_length=120)
    status = models.CharField(
        _("状态"), max_length=10, choices=ReportStatus.choices, default=ReportStatus.DRAFT
    )
    is_open = models.BooleanField(_("周期未封账"))
    content = models.JSONField(_("内容"))
    edits = models.JSONField(_("文字修改"), default=dict)
    stamp = models.JSONField(_("签发信息"), default=dict)
    revision = models.PositiveIntegerField(_("修改次数"), default=1)
    template = models.ForeignKey(
        "rectification_reports.ReportTemplate", models.PROTECT, related_name="+"
    )
    renderer = models.CharField(_("排版版本"), max_length=12)
    content_sha256 = models.CharField(_("内容摘要"), max_length=64)
    sha256 = models.CharField(_("摘要"), max_length=64)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrections", verbose_name=_("更正对象")
    )
    why = models.CharField(_("更正原因"), max_length=300, blank=True, default="")
    returned = models.CharField(_("退回原因"), max_length=300, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("发文年份"), null=True)
    number = models.PositiveIntegerField(_("发文号"), null=True)
    made_at = models.DateTimeField(_("生成时间"), default=clock.instant)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("生成人"),
    )  # fmt: skip
    reviewed_at = models.DateTimeField(_("审核时间"), null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("审核人"),
    )  # fmt: skip
    issued_at = models.DateTimeField(_("签发时间"), null=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("签发人"),
    )  # fmt: skip

    objects = ReportQuerySet.as_manager()

    class Meta:
        db_table = "rectification_report"
        verbose_name = _("报告")
        verbose_name_plural = _("报告")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["county_code", "kind", "period"], name="report_by_period"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "kind", "period", "version"],
                name="report_version_once",
                violation_error_message=_("这份报告的这个版本已经有了。"),
            ),
            models.UniqueConstraint(
                fields=["county_code", "kind", "period"],
                condition=Q(status__in=UNISSUED),
                name="report_one_draft",
                violation_error_message=_("这个周期已有一份没有签发的报告。"),
            ),
            models.UniqueConstraint(
                fields=["county_code", "kind", "period"],
                condition=Q(status=ReportStatus.ISSUED),
                name="report_one_issued",
                violation_error_message=_("这个周期已有一份有效的签发报告。"),
            ),
            models.UniqueConstraint(
                fields=["county_code", "year", "number"],
                condition=Q(number__isnull=False),
                name="report_number_once",
                violation_error_message=_("这个发文号已经用过。"),
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
            models.CheckConstraint(
                condition=~Q(status=ReportStatus.ISSUED)
                | Q(issued_at__isnull=False, number__gte=1, year__isnull=False),
                name="report_issued_has_number",
                violation_error_message=_("签发的报告应有发文号和签发时间。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @cached_property
    def composed(self) -> ReportContent:
        """The content as it was composed."""
        return ReportContent.from_json(self.content)

    @property
    def said(self) -> ReportContent:
        """The content with the words that people amended."""
        return amended(self.composed, self.edits)

    @property
    def number_text(self) -> str:
        """The document number as it is printed; empty before issuing."""
        return str(self.stamp.get("number", ""))
