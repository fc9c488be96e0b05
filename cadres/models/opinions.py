"""What the departments say in a joint review, and which items were found."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.review import JointReview
from cadres.models.review_lists import ReviewDepartment, ReviewItem
from cadres.wording.reviews import OpinionResult
from villages.ledgers.constraints import after, check, in_order, once, one_of
from villages.ledgers.models import CountyRows, LedgerRow
from villages.querysets import ScopedQuerySet, ScopePath


class OpinionRows(CountyRows):
    """Opinions, seen by whoever covers the village; reviewers see theirs through their seat."""

    scope_path = ScopePath(
        "county_code", "review__village__township__code", "review__village__code"
    )

    def waiting(self) -> "OpinionRows":
        """Neither answered nor given up."""
        return self.filter(result=OpinionResult.PENDING, forced_on=None)


class ReviewOpinion(LedgerRow):
    """The opinion of one department in one joint review.

    `text` is for the organization department and the department itself. An overdue opinion may be
    given up by the head of the organization department (`forced_on`): it stays unanswered.
    """

    review = models.ForeignKey(
        JointReview, models.PROTECT, related_name="opinions", verbose_name=_("联审")
    )
    department = models.ForeignKey(
        ReviewDepartment, models.PROTECT, related_name="opinions", verbose_name=_("部门")
    )
    asked_on = models.DateField(_("送审日期"))
    due_on = models.DateField(_("答复期限"))
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    result = models.CharField(
        _("意见"), max_length=10, choices=OpinionResult.choices, default=OpinionResult.PENDING
    )
    text = models.CharField(_("情况说明"), max_length=1000, blank=True, default="")
    signed_by = models.CharField(_("签字人"), max_length=40, blank=True, default="")
    forced_on = models.DateField(_("按未答复处理日期"), null=True, blank=True)
    forced_reason = models.CharField(_("按未答复处理理由"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = OpinionRows.as_manager()

    class Meta:
        verbose_name = _("联审意见")
        verbose_name_plural = _("联审意见")
        ordering = ["review", "department__position", "id"]
        indexes = [models.Index(fields=["department", "result"], name="opinion_by_department")]
        constraints = [
            once(
                "opinion_once", "review", "department", message=_("这个部门在这次联审中已有意见。")
            ),
            one_of(
                "opinion_result_known",
                "result",
                OpinionResult,
                _("意见应为未答复、无问题或有问题。"),
            ),
            in_order("opinion_due_in_order", "asked_on", "due_on", _("答复期限不能早于送审日期。")),
            in_order(
                "opinion_answer_in_order",
                "asked_on",
                "answered_on",
                _("答复日期不能早于送审日期。"),
            ),
            check(
                "opinion_answer_has_day",
                Q(result=OpinionResult.PENDING, answered_on=None)
                | (~Q(result=OpinionResult.PENDING) & Q(answered_on__isnull=False)),
                _("答复了的意见应有答复日期,未答复的不能有。"),
            ),
            check(
                "opinion_answer_signed",
                Q(result=OpinionResult.PENDING) | ~Q(signed_by=""),
                _("答复应有签字人。"),
            ),
            check(
                "opinion_problem_says_what",
                ~Q(result=OpinionResult.PROBLEM) | ~Q(text=""),
                _("有问题的,应写明情况。"),
            ),
            check(
                "opinion_forced_pending",
                Q(forced_on=None) | (Q(result="pending") & ~Q(forced_reason="")),
                _("只有未答复的意见才能按未答复处理,并写明理由。"),
            ),
            after(
                "opinion_forced_overdue", "due_on", "forced_on", _("过了答复期限才能按未答复处理。")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.department}"


class FindingRows(ScopedQuerySet):
    """Findings, seen by whoever covers the village of their review."""

    scope_path = ScopePath(
        "review__county_code", "review__village__township__code", "review__village__code"
    )


class ReviewFinding(models.Model):
    """An item that was not met, or that applies: only exceptions are written.

    Without an opinion it is the township's first check that found it.
    """

    review = models.ForeignKey(JointReview, models.CASCADE, related_name="findings")
    opinion = models.ForeignKey(
        ReviewOpinion, models.CASCADE, null=True, blank=True, related_name="findings"
    )
    item = models.ForeignKey(ReviewItem, models.PROTECT, related_name="+")

    objects = FindingRows.as_manager()

    class Meta:
        verbose_name = _("联审发现")
        verbose_name_plural = _("联审发现")
        constraints = [
            once(
                "finding_once_in_check",
                "review",
                "item",
                where=Q(opinion=None),
                message=_("这一条已经列出。"),
            ),
            once(
                "finding_once_in_opinion",
                "opinion",
                "item",
                where=Q(opinion__isnull=False),
                message=_("这一条已经列出。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.item)
