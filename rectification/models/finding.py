"""How a village came on the list, or did not: situations, opinions, objections, decisions."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.choices import Opinion, ScreeningOutcome
from rectification.models.belonging import CaseRow
from rectification.models.standards import ScreeningItem
from rectification.querysets import SituationRows
from villages.ledgers.constraints import a_year, check, filled, in_order, once, one_of, together
from villages.ledgers.models import VillageRow


class CaseSituation(CaseRow):
    """A situation of the standard that fits this village, with its facts.

    Facts of a restricted situation are for the county alone.
    """

    item = models.ForeignKey(
        ScreeningItem, models.PROTECT, related_name="+", verbose_name=_("情形")
    )
    facts = models.CharField(_("事实"), max_length=500, blank=True, default="")

    objects: ClassVar[Any] = SituationRows.as_manager()

    class Meta:
        verbose_name = _("认定情形")
        verbose_name_plural = _("认定情形")
        ordering = ["case", "item__code"]
        constraints = [
            once("situation_once", "case", "item", message=_("这个情形已经登记。")),
        ]

    def __str__(self) -> str:
        return str(self.item)


class CaseOpinion(CaseRow):
    """What a department of the county says in the joint review (联合研判)."""

    department = models.CharField(_("部门"), max_length=40)
    opinion = models.CharField(_("意见"), max_length=9, choices=Opinion.choices)
    text = models.CharField(_("说明"), max_length=500, blank=True, default="")
    answered_on = models.DateField(_("日期"))

    class Meta:
        verbose_name = _("部门研判意见")
        verbose_name_plural = _("部门研判意见")
        ordering = ["case", "answered_on", "id"]
        constraints = [
            once("case_opinion_once", "case", "department", message=_("这个部门的意见已经登记。")),
            one_of("case_opinion_known", "opinion", Opinion),
            filled("case_opinion_whose", "department", _("请填写部门。")),
            check(
                "case_opinion_why", ~Q(opinion=Opinion.DISAGREE) | ~Q(text=""),
                _("不同意的应写明理由。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.department} {self.get_opinion_display()}"


class CaseObjection(CaseRow):
    """An objection (异议) against being listed, and its answer, both on record."""

    raised_by = models.CharField(_("提出人"), max_length=40)
    raised_on = models.DateField(_("提出日期"))
    text = models.CharField(_("异议"), max_length=500)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answer = models.CharField(_("答复"), max_length=500, blank=True, default="")
    upheld = models.BooleanField(_("异议成立"), null=True, blank=True)

    class Meta:
        verbose_name = _("认定异议")
        verbose_name_plural = _("认定异议")
        ordering = ["case", "raised_on", "id"]
        constraints = [
            filled("objection_said", "text", _("请填写异议。")),
            filled("objection_whose", "raised_by", _("请填写提出人。")),
            together("objection_answered", "answered_on", "answer", _("答复应有日期和内容。")),
            in_order(
                "objection_in_order", "raised_on", "answered_on", _("答复日期不能早于提出日期。")
            ),
            check(
                "objection_decided", Q(upheld=None) | Q(answered_on__isnull=False),
                _("有结论的异议应有答复。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.raised_on} {self.raised_by}"


class ScreeningDecision(VillageRow):
    """Why a candidate village of a year is in, watched or out: always with a reason."""

    year = models.PositiveSmallIntegerField(_("年度"))
    outcome = models.CharField(_("决定"), max_length=5, choices=ScreeningOutcome.choices)
    reason = models.CharField(_("理由"), max_length=300)
    decided_on = models.DateField(_("决定日期"))
    # What the list showed on that day, so that the decision can be understood later.
    points = models.PositiveSmallIntegerField(_("当时得分"), null=True, blank=True)

    class Meta:
        db_table = "rectification_decision"
        verbose_name = _("排查决定")
        verbose_name_plural = _("排查决定")
        ordering = ["-year", "village__code"]
        constraints = [
            once(
                "screening_decided_once", "village", "year",
                message=_("这个村这一年的排查决定已经登记。"),
            ),
            one_of("screening_outcome_known", "outcome", ScreeningOutcome),
            a_year("screening_decision_year", "year", _("年度应在 2000 年到 2099 年之间。")),
            filled("screening_decision_why", "reason", _("请填写理由。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year} {self.get_outcome_display()}"
