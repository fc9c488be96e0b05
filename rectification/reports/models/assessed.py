"""A year's assessment of a county's townships: frozen sheets, entries, objections."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.states import (
    AssessmentStatus,
    GradeChoice,
)
from rectification.reports.assessment_querysets import TownshipRows
from rectification.reports.models.assessment import AssessmentScheme
from villages.ledgers.constraints import a_year, check, once, one_of
from villages.ledgers.models import CountyRows, LedgerRow


class Assessment(LedgerRow):
    """One year of one county. Publishing freezes the sheets of all townships; `answer_by` is the
    last day on which they may object."""

    year = models.PositiveSmallIntegerField(_("年度"))
    scheme = models.ForeignKey(
        AssessmentScheme, models.PROTECT, related_name="+", verbose_name=_("考核办法")
    )
    status = models.CharField(
        _("状态"), max_length=9, choices=AssessmentStatus.choices, default=AssessmentStatus.DRAFT
    )
    as_of = models.DateField(_("数据截至"), null=True, blank=True)
    published_on = models.DateField(_("公示日期"), null=True, blank=True)
    object_until = models.DateField(_("异议截止日期"), null=True, blank=True)
    final_on = models.DateField(_("审定日期"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("公示人"),
    )  # fmt: skip

    objects: ClassVar[Any] = CountyRows.as_manager()

    class Meta:
        db_table = "rectification_assessment"
        verbose_name = _("年终考核")
        verbose_name_plural = _("年终考核")
        ordering = ["-year"]
        constraints = [
            once(
                "assessment_year_once", "county_code", "year", message=_("这个年度的考核已经建立。")
            ),
            a_year("assessment_year", "year", _("年度应写成 2026 的形式。")),
            one_of("assessment_status_known", "status", AssessmentStatus),
            check(
                "assessment_published_whole",
                Q(status=AssessmentStatus.DRAFT)
                | Q(as_of__isnull=False, published_on__isnull=False, object_until__isnull=False),
                _("公示应有数据截至日期、公示日期和异议截止日期。"),
            ),
            check(
                "assessment_final_whole",
                ~Q(status=AssessmentStatus.FINAL) | Q(final_on__isnull=False),
                _("审定应有日期。"),
            ),
        ]

    def __str__(self) -> str:
        return str(_("%d年年终考核") % self.year)

    @property
    def day(self) -> date:
        """The day up to which rows count."""
        return self.as_of or date(self.year, 12, 31)


class AssessmentSheet(LedgerRow):
    """A township's sheet as it was published: the inputs and the scheme it was computed with, and
    what came out. Only an upheld objection redraws it, with the reason in the trail."""

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="sheets", verbose_name=_("年终考核")
    )
    township_code = models.CharField(_("乡镇代码"), max_length=9)
    township_name = models.CharField(_("乡镇"), max_length=60)
    inputs = models.JSONField(_("数据"), default=dict)
    scheme = models.JSONField(_("办法"), default=dict)
    score = models.DecimalField(_("得分"), max_digits=6, decimal_places=2, null=True, blank=True)
    grade = models.CharField(
        _("等次"), max_length=6, choices=GradeChoice.choices, blank=True, default=""
    )

    objects: ClassVar[Any] = TownshipRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "rectification_assessment_sheet"
        verbose_name = _("考核计分表")
        verbose_name_plural = _("考核计分表")
        ordering = ["assessment", "township_code"]
        constraints = [
            once(
                "assessment_sheet_once", "assessment", "township_code",
                message=_("这个乡镇的计分表已经有了。"),
            ),
            one_of("assessment_sheet_grade", "grade", GradeChoice, blank=True),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.township_name
