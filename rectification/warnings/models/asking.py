"""What departs from the rules for a while: a colour set by hand, rules that do not hold."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import AskStatus, Colour, ExemptionKind
from rectification.warnings.querysets import AskedRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import VillageRow

_TWO = Q(status__in=[AskStatus.ASKED, AskStatus.REFUSED]) | (
    Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by"))
)


class AskedRow(VillageRow):
    """Asked for by one person with a reason and an end, decided by a second one.

    It holds from `from_month` to `until_month`, both included, while it is approved; `ended_from`
    is the month from which it was ended early.
    """

    from_month = models.PositiveIntegerField(_("起始月份"))
    until_month = models.PositiveIntegerField(_("截止月份"))
    ended_from = models.PositiveIntegerField(_("提前结束月份"), null=True, blank=True)
    reason = models.CharField(_("理由"), max_length=300)
    status = models.CharField(
        _("状态"), max_length=8, choices=AskStatus.choices, default=AskStatus.ASKED
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("申请人"),
    )  # fmt: skip
    asked_name = models.CharField(_("申请人姓名"), max_length=80)
    asked_on = models.DateField(_("申请日期"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("审批人"),
    )  # fmt: skip
    decided_name = models.CharField(_("审批人姓名"), max_length=80, blank=True, default="")
    decided_on = models.DateField(_("审批日期"), null=True, blank=True)
    decided_reason = models.CharField(_("审批意见"), max_length=300, blank=True, default="")

    objects: ClassVar[Any] = AskedRows.as_manager()

    class Meta:
        abstract = True


class ColourOverride(AskedRow):
    """A colour set by hand (人工调整): shown with a mark wherever the colour is."""

    colour = models.CharField(_("调整为"), max_length=6, choices=Colour.choices)

    class Meta:
        db_table = "rectification_colour_override"
        verbose_name = _("人工调整")
        verbose_name_plural = _("人工调整")
        ordering = ["-id"]
        constraints = [
            one_of("override_colour_known", "colour", Colour),
            one_of("override_status_known", "status", AskStatus),
            filled("override_reason", "reason", _("请写明调整理由。")),
            in_order(
                "override_months", "from_month", "until_month", _("截止月份不能早于起始月份。")
            ),
            check("override_second", _TWO, _("调整应由另一人审批。")),
            once(
                "override_asked_once",
                "village",
                "from_month",
                where=Q(status__in=[AskStatus.ASKED, AskStatus.APPROVED]),
                message=_("这个村这个月已有人工调整或申请。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.colour} {self.from_month}"


class Exemption(AskedRow):
    """Rules that do not hold for a village for some months (豁免): snow, disaster, approved leave.

    `rules` lists their codes; an empty list means all. `batch` joins the rows of one decision on
    several villages.
    """

    kind = models.CharField(_("类别"), max_length=10, choices=ExemptionKind.choices)
    rules = models.JSONField(_("规则"), default=list, blank=True)
    batch = models.CharField(_("批次"), max_length=32, blank=True, default="")

    class Meta:
        db_table = "rectification_exemption"
        verbose_name = _("预警豁免")
        verbose_name_plural = _("预警豁免")
        ordering = ["-id"]
        constraints = [
            one_of("exemption_kind_known", "kind", ExemptionKind),
            one_of("exemption_status_known", "status", AskStatus),
            filled("exemption_reason", "reason", _("请写明豁免理由。")),
            in_order(
                "exemption_months", "from_month", "until_month", _("截止月份不能早于起始月份。")
            ),
            check("exemption_second", _TWO, _("豁免应由另一人审批。")),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.kind} {self.from_month}"
