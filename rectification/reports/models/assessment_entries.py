"""What people enter for a township beside the computed figures."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.states import EntryKind, EntryStatus
from rectification.reports.assessment_querysets import TownshipRows
from rectification.reports.models.assessed import Assessment
from rectification.reports.models.assessment import VetoGround
from villages.ledgers.constraints import check, filled, one_of
from villages.ledgers.models import LedgerRow


class AssessmentEntry(LedgerRow):
    """What a person enters for a township: a score of a block, bonus, penalty, veto, calibration.
    A veto and a calibration count once another person has confirmed them."""

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="entries", verbose_name=_("年终考核")
    )
    township_code = models.CharField(_("乡镇代码"), max_length=9)
    township_name = models.CharField(_("乡镇"), max_length=60)
    kind = models.CharField(_("种类"), max_length=11, choices=EntryKind.choices)
    block = models.CharField(_("考核内容"), max_length=20, blank=True, default="")
    points = models.DecimalField(_("分值"), max_digits=5, decimal_places=2, default=0)
    veto = models.ForeignKey(
        VetoGround, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("否决事项"),
    )  # fmt: skip
    ground = models.CharField(_("事由"), max_length=300)
    evidence = models.CharField(
        _("依据(文号、记录或核实人)"), max_length=200, blank=True, default=""
    )
    status = models.CharField(_("状态"), max_length=9, choices=EntryStatus.choices)
    entered_on = models.DateField(_("录入日期"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("录入人"),
    )  # fmt: skip
    entered_name = models.CharField(_("录入人姓名"), max_length=80)
    confirmed_name = models.CharField(_("确认人"), max_length=80, blank=True, default="")
    confirmed_on = models.DateField(_("确认日期"), null=True, blank=True)

    objects: ClassVar[Any] = TownshipRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "rectification_assessment_entry"
        verbose_name = _("考核录入")
        verbose_name_plural = _("考核录入")
        ordering = ["-id"]
        constraints = [
            one_of("assessment_entry_kind", "kind", EntryKind),
            one_of("assessment_entry_status", "status", EntryStatus),
            filled("assessment_entry_ground", "ground", _("请写明事由。")),
            check(
                "assessment_entry_score",
                ~Q(kind=EntryKind.SCORE) | (Q(points__gte=0, points__lte=100) & ~Q(block="")),
                _("评分应写明考核内容,分值在 0 到 100 之间。"),
            ),
            check(
                "assessment_entry_extra",
                ~Q(kind__in=[EntryKind.BONUS, EntryKind.PENALTY])
                | (Q(points__gt=0) & ~Q(evidence="")),
                _("加分、扣分应大于 0,并写明依据。"),
            ),
            check(
                "assessment_entry_veto",
                ~Q(kind=EntryKind.VETO) | Q(veto__isnull=False),
                _("一票否决应选择否决事项。"),
            ),
            check(
                "assessment_entry_moved",
                ~Q(kind=EntryKind.CALIBRATION) | ~Q(points=0),
                _("校准的分值不能为 0。"),
            ),
            check(
                "assessment_entry_confirmed",
                ~Q(status=EntryStatus.CONFIRMED)
                | (Q(confirmed_on__isnull=False) & ~Q(confirmed_name="")),
                _("确认应有确认人和日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.township_name} {self.get_kind_display()}"
