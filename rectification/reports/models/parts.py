"""What belongs to a report: its figures, its files, the bytes of its template."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.reports.models.reports import Report


class ReportTemplate(models.Model):
    """The bytes of a print template, kept once however many reports use it."""

    sha256 = models.CharField(_("摘要"), max_length=64, unique=True)
    name = models.CharField(_("名称"), max_length=60)
    content = models.BinaryField(_("内容"))

    class Meta:
        db_table = "rectification_report_template"
        verbose_name = _("报告模板")
        verbose_name_plural = _("报告模板")

    def __str__(self) -> str:
        return self.name


class ReportFigure(models.Model):
    """One figure of a report. `place` is its number in the report, from 1; `short_code` is the
    report's code and this number, such as 7K2M9Q-12: whoever types it from paper sees the figure
    and its rows as they were frozen."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    place = models.PositiveSmallIntegerField(_("编号"))
    code = models.CharField(_("代码"), max_length=80)
    label = models.CharField(_("名称"), max_length=120)
    value = models.CharField(_("数值"), max_length=40, blank=True, default="")
    unit = models.CharField(_("单位"), max_length=10, blank=True, default="")
    gap = models.CharField(_("缺口"), max_length=20, blank=True, default="")
    short_code = models.CharField(_("短码"), max_length=12, unique=True)

    class Meta:
        db_table = "rectification_report_figure"
        verbose_name = _("报告数字")
        verbose_name_plural = _("报告数字")
        ordering = ["report", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "code"],
                name="report_figure_once",
                violation_error_message=_("这份报告里已有这个数字。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.value}{self.unit}"


class ReportFile(models.Model):
    """A document of a report. It stands in the database: with the row or not at all."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="files")
    name = models.CharField(_("文件名"), max_length=120)
    sha256 = models.CharField(_("摘要"), max_length=64)
    content = models.BinaryField(_("内容"))

    class Meta:
        db_table = "rectification_report_file"
        verbose_name = _("报告文件")
        verbose_name_plural = _("报告文件")
        ordering = ["report", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "name"],
                name="report_file_once",
                violation_error_message=_("这份报告里已有这个文件。"),
            )
        ]

    def __str__(self) -> str:
        return self.name
