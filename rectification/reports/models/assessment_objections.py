"""Objections of townships to their score sheets."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.states import ObjectionStatus
from rectification.reports.assessment_querysets import TownshipRows
from rectification.reports.models.assessed import Assessment
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import LedgerRow


class AssessmentObjection(LedgerRow):
    """A township's objection to its own sheet, answered by another person than who published."""

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="objections", verbose_name=_("年终考核")
    )
    township_code = models.CharField(_("乡镇代码"), max_length=9)
    township_name = models.CharField(_("乡镇"), max_length=60)
    block = models.CharField(_("考核内容"), max_length=20, blank=True, default="")
    claim = models.CharField(_("异议内容"), max_length=500)
    status = models.CharField(
        _("状态"), max_length=10, choices=ObjectionStatus.choices, default=ObjectionStatus.OPEN
    )
    opened_on = models.DateField(_("提出日期"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("提出人"),
    )  # fmt: skip
    opened_name = models.CharField(_("提出人姓名"), max_length=80)
    answer = models.CharField(_("复核意见"), max_length=500, blank=True, default="")
    decided_on = models.DateField(_("复核日期"), null=True, blank=True)
    decided_name = models.CharField(_("复核人"), max_length=80, blank=True, default="")

    objects: ClassVar[Any] = TownshipRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "rectification_score_objection"
        verbose_name = _("考核异议")
        verbose_name_plural = _("考核异议")
        ordering = ["-id"]
        constraints = [
            one_of("assessment_objection_status", "status", ObjectionStatus),
            filled("assessment_objection_claim", "claim", _("请写明异议内容。")),
            once(
                "assessment_objection_open", "assessment", "township_code", "block",
                where=Q(status=ObjectionStatus.OPEN),
                message=_("这项内容已有正在复核的异议。"),
            ),
            check(
                "assessment_objection_decided",
                ~Q(status__in=[ObjectionStatus.UPHELD, ObjectionStatus.REJECTED])
                | (Q(decided_on__isnull=False) & ~Q(answer="") & ~Q(decided_name="")),
                _("复核应有意见、复核人和日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.township_name} {self.assessment_id}"
