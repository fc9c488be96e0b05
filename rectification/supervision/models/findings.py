"""What an inspection found, and what became of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.models import RectificationCase
from rectification.supervision.choices import Weight
from rectification.supervision.inspection_states import FindingStatus
from rectification.supervision.models.inspections import ChecklistPoint, InspectionSite
from rectification.supervision.models.items import OrderItem
from rectification.supervision.more_querysets import FindingRows
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import VillageRow

F = FindingStatus


class Finding(VillageRow):
    """One thing that is wrong in a village. A clue for another body is counted, its text kept."""

    site = models.ForeignKey(
        InspectionSite, models.PROTECT, related_name="findings", verbose_name=_("检查村")
    )
    seq = models.PositiveSmallIntegerField(_("序号"))
    point = models.ForeignKey(
        ChecklistPoint, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("检查要点"),
    )  # fmt: skip
    group = models.CharField(_("问题类别"), max_length=40)
    severity = models.CharField(
        _("程度"), max_length=8, choices=Weight.choices, default=Weight.GENERAL
    )
    text = models.CharField(_("问题"), max_length=500)
    restricted = models.BooleanField(_("限县级知悉"), default=False)
    status = models.CharField(
        _("状态"), max_length=12, choices=FindingStatus.choices, default=F.OPEN
    )
    status_since = models.DateField(_("进入本状态日期"), null=True, blank=True)
    handed_to = models.CharField(_("移交单位"), max_length=60, blank=True, default="")
    order_item = models.ForeignKey(
        OrderItem, models.PROTECT, null=True, blank=True, related_name="findings",
        verbose_name=_("督办事项"),
    )  # fmt: skip
    case = models.ForeignKey(
        RectificationCase, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("整顿"),
    )  # fmt: skip
    outcome = models.CharField(_("处理结果"), max_length=300, blank=True, default="")

    objects: ClassVar[Any] = FindingRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_finding"
        verbose_name = _("检查发现")
        verbose_name_plural = _("检查发现")
        ordering = ["site", "seq"]
        constraints = [
            once("finding_once", "site", "seq", message=_("这个序号已经登记。")),
            one_of("finding_weight_known", "severity", Weight),
            one_of("finding_status_known", "status", FindingStatus),
            filled("finding_said", "text", _("请写明问题。")),
            filled("finding_grouped", "group", _("请写明问题类别。")),
            check(
                "finding_ordered", ~Q(status=F.ORDERED) | Q(order_item__isnull=False),
                _("已发督办单的应有督办事项。"),
            ),
            check(
                "finding_cased", ~Q(status=F.CASED) | Q(case__isnull=False),
                _("已列入整顿的应有整顿。"),
            ),
            check(
                "finding_handed_over", ~Q(status=F.HANDED_OVER) | ~Q(handed_to=""),
                _("移交应写明单位。"),
            ),
            check(
                "finding_settled_why",
                ~Q(status__in=[F.MENDED, F.DISMISSED]) | ~Q(outcome=""),
                _("请写明处理结果。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text[:40]
