"""Objections to a colour."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import DisputeCause, DisputeStatus
from rectification.warnings.models.village_warnings import VillageWarning
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import VillageRow


class Dispute(VillageRow):
    """An objection (异议) to what one rule said of a village in a month, answered within the
    county's working days. `receipt` is the digest of the receipt it was raised against."""

    warning = models.ForeignKey(
        VillageWarning, models.PROTECT, related_name="disputes", verbose_name=_("村预警")
    )
    month = models.PositiveIntegerField(_("月份"))
    rule = models.CharField(_("规则"), max_length=12)
    receipt = models.CharField(_("依据摘要"), max_length=64)
    claim = models.CharField(_("异议内容"), max_length=500)
    status = models.CharField(
        _("状态"), max_length=10, choices=DisputeStatus.choices, default=DisputeStatus.OPEN
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("提出人"),
    )  # fmt: skip
    opened_name = models.CharField(_("提出人姓名"), max_length=80)
    opened_on = models.DateField(_("提出日期"))
    due_on = models.DateField(_("复核时限"))
    cause = models.CharField(
        _("问题所在"), max_length=9, choices=DisputeCause.choices, blank=True, default=""
    )
    answer = models.CharField(_("复核意见"), max_length=500, blank=True, default="")
    decided_name = models.CharField(_("复核人"), max_length=80, blank=True, default="")
    decided_on = models.DateField(_("复核日期"), null=True, blank=True)

    class Meta:
        db_table = "rectification_dispute"
        verbose_name = _("预警异议")
        verbose_name_plural = _("预警异议")
        ordering = ["-id"]
        constraints = [
            one_of("dispute_status_known", "status", DisputeStatus),
            one_of("dispute_cause_known", "cause", DisputeCause, blank=True),
            filled("dispute_claim", "claim", _("请写明异议内容。")),
            once(
                "dispute_open_once",
                "village",
                "month",
                "rule",
                where=Q(status=DisputeStatus.OPEN),
                message=_("这条预警已有正在复核的异议。"),
            ),
            check(
                "dispute_decided_whole",
                ~Q(status__in=[DisputeStatus.UPHELD, DisputeStatus.REJECTED])
                | (Q(decided_on__isnull=False) & ~Q(answer="") & ~Q(decided_name="")),
                _("复核应有意见、复核人和日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.village_id} {self.month}"
