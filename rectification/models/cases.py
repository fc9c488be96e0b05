"""A rectification case (整顿): one village's way from the screening to the end of the follow-up."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.choices import CaseClass, CaseLevel, Origin, SpotResult
from rectification.models.case_limits import CONSTRAINTS
from rectification.models.schemes import AcceptanceScheme
from rectification.querysets import CaseRows
from rectification.states import UNDER_WORK, CaseStatus
from villages.ledgers.models import VillageRow


class RectificationCase(VillageRow):
    """One village's case: found, confirmed, planned, worked on, accepted, closed, revisited.

    `number` stays the same through all rounds; a relapse opens the next `round`, linked by
    `previous_case`. `listed_year` is the year of the batch. `deadline` is the day in force,
    `first_deadline` the one the plan was approved with. The scheme by which the case is accepted
    is fixed when it is confirmed. What was taken over from a paper ledger has `origin` ledger and
    fewer dates. Every step stands in the case's events too; the dates here are what constraints and
    lists need.
    """

    number = models.CharField(_("编号"), max_length=20)
    round = models.PositiveSmallIntegerField(_("轮次"), default=1)
    listed_year = models.PositiveSmallIntegerField(_("批次年度"))
    origin = models.CharField(
        _("来历"), max_length=6, choices=Origin.choices, default=Origin.PORTAL
    )
    status = models.CharField(
        _("状态"), max_length=18, choices=CaseStatus.choices, default=CaseStatus.SCREENING
    )
    status_since = models.DateField(_("进入本状态日期"))
    case_class = models.CharField(_("类别"), max_length=8, choices=CaseClass.choices)
    level = models.CharField(
        _("层级"), max_length=10, choices=CaseLevel.choices, default=CaseLevel.GENERAL
    )
    previous_case = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="next_cases",
        verbose_name=_("上一轮"),
    )  # fmt: skip
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("经办人"),
    )  # fmt: skip

    # Finding
    screened_on = models.DateField(_("排查日期"), null=True, blank=True)
    facts = models.TextField(_("排查事实"), max_length=2000, blank=True, default="")
    interviewed = models.PositiveSmallIntegerField(_("走访党员群众人数"), null=True, blank=True)
    township_meeting_on = models.DateField(_("乡镇党委会日期"), null=True, blank=True)
    proposed_on = models.DateField(_("上报日期"), null=True, blank=True)
    resolution_no = models.CharField(_("乡镇党委决议号"), max_length=60, blank=True, default="")
    proposal_reason = models.CharField(_("上报理由"), max_length=500, blank=True, default="")
    review_decision = models.CharField(_("研判意见"), max_length=500, blank=True, default="")
    confirmed_on = models.DateField(_("认定日期"), null=True, blank=True)
    document_no = models.CharField(_("认定文号"), max_length=60, blank=True, default="")
    listed_directly = models.BooleanField(_("直接认定"), default=False)
    scheme = models.ForeignKey(
        AcceptanceScheme, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("验收办法"),
    )  # fmt: skip

    # Plan and work
    diagnosis = models.TextField(_("原因诊断"), max_length=2000, blank=True, default="")
    goal = models.CharField(_("整顿目标"), max_length=500, blank=True, default="")
    plan_submitted_on = models.DateField(_("方案报审日期"), null=True, blank=True)
    plan_approved_on = models.DateField(_("方案通过日期"), null=True, blank=True)
    return_count = models.PositiveSmallIntegerField(_("退回次数"), default=0)
    first_deadline = models.DateField(_("原定时限"), null=True, blank=True)
    deadline = models.DateField(_("整顿时限"), null=True, blank=True)
    extension_count = models.PositiveSmallIntegerField(_("延期次数"), default=0)

    # Acceptance
    checked_on = models.DateField(_("乡镇初验日期"), null=True, blank=True)
    self_score = models.DecimalField(
        _("自评得分"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    applied_on = models.DateField(_("申请验收日期"), null=True, blank=True)
    application = models.TextField(_("整顿小结"), max_length=2000, blank=True, default="")
    signed_by = models.CharField(_("签字人"), max_length=30, blank=True, default="")
    accepted_on = models.DateField(_("验收合格日期"), null=True, blank=True)
    failed_count = models.PositiveSmallIntegerField(_("验收不合格次数"), default=0)
    spot_result = models.CharField(
        _("市级抽查结果"), max_length=6, choices=SpotResult.choices, blank=True, default=""
    )
    spot_on = models.DateField(_("市级抽查日期"), null=True, blank=True)
    notice_from = models.DateField(_("公示开始"), null=True, blank=True)
    notice_to = models.DateField(_("公示结束"), null=True, blank=True)

    # After
    closed_on = models.DateField(_("销号日期"), null=True, blank=True)
    approval_no = models.CharField(_("销号批复号"), max_length=60, blank=True, default="")
    followed_on = models.DateField(_("转入巩固期日期"), null=True, blank=True)
    consolidated_on = models.DateField(_("巩固达标日期"), null=True, blank=True)
    relapsed_on = models.DateField(_("反弹日期"), null=True, blank=True)
    withdrawn_on = models.DateField(_("撤销日期"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("撤销原因"), max_length=500, blank=True, default="")
    withdrawn_document = models.CharField(_("撤销文号"), max_length=60, blank=True, default="")
    is_model = models.BooleanField(_("典型"), default=False)
    story = models.TextField(_("典型做法"), max_length=2000, blank=True, default="")

    objects: ClassVar[Any] = CaseRows.as_manager()

    class Meta:
        db_table = "rectification_case"
        verbose_name = _("整顿")
        verbose_name_plural = _("整顿")
        ordering = ["-listed_year", "number", "round"]
        indexes = [
            models.Index(fields=["county_code", "listed_year", "status"], name="case_by_year"),
        ]
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return f"{self.village.name} {self.number_shown}"

    @property
    def number_shown(self) -> str:
        """The number as printed: further rounds carry their count."""
        return self.number if self.round == 1 else f"{self.number}-{self.round}"

    def is_overdue(self, on: Any) -> bool:
        """Under work after its deadline."""
        return bool(self.status in UNDER_WORK and self.deadline and self.deadline < on)
