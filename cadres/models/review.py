"""A joint review of one person for one post."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import Post
from cadres.models.people import Person
from cadres.states import FINISHED, ReviewStatus
from cadres.wording.reviews import Occasion, ReviewResult
from villages.ledgers.constraints import after, check, in_order, once, one_of
from villages.ledgers.models import VillageRow, VillageRows

_BEFORE_CHECK = Q(status__in=[ReviewStatus.DRAFT, ReviewStatus.ARCHIVED])
_NOT_SENT = Q(status__in=[ReviewStatus.DRAFT, ReviewStatus.TOWNSHIP_PASSED])
_CONCLUDED = Q(status__in=FINISHED)


class ReviewRows(VillageRows):
    """Joint reviews."""

    def open(self) -> "ReviewRows":
        """Without a conclusion."""
        return self.exclude(status__in=FINISHED)


class JointReview(VillageRow):
    """The joint review (任职资格联审) of a person for a post of a village.

    The township checks first, the county's departments give opinions, the county decides. A
    conclusion holds to `valid_until`. `problems` counts departments that see a problem; with one
    there is no plain pass. Restricted texts stand in the opinions alone. `withdrawn_reason`
    says why a review ended without a conclusion.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="reviews", verbose_name=_("人员")
    )
    post = models.CharField(_("拟任职务"), max_length=26, choices=Post.choices)
    occasion = models.CharField(
        _("联审时机"), max_length=8, choices=Occasion.choices, default=Occasion.MID_TERM
    )
    initiated_on = models.DateField(_("发起日期"))
    status = models.CharField(
        _("状态"), max_length=16, choices=ReviewStatus.choices, default=ReviewStatus.DRAFT
    )
    first_checked_on = models.DateField(_("初审日期"), null=True, blank=True)
    first_check = models.CharField(_("初审意见"), max_length=500, blank=True, default="")
    sent_on = models.DateField(_("送审日期"), null=True, blank=True)
    problems = models.PositiveSmallIntegerField(_("有问题的部门数"), default=0)
    result = models.CharField(
        _("结论"), max_length=11, choices=ReviewResult.choices, blank=True, default=""
    )
    decided_on = models.DateField(_("结论日期"), null=True, blank=True)
    condition = models.CharField(_("附带条件"), max_length=300, blank=True, default="")
    valid_until = models.DateField(_("有效期至"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("撤回原因"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = ReviewRows.as_manager()

    class Meta:
        verbose_name = _("联审")
        verbose_name_plural = _("联审")
        ordering = ["-initiated_on", "id"]
        indexes = [models.Index(fields=["county_code", "status"], name="review_by_status")]
        constraints = [
            once(
                "review_open_once",
                "person",
                "village",
                "post",
                where=~Q(status__in=FINISHED),
                message=_("此人拟任这个职务的联审正在进行。"),
            ),
            one_of("review_status_known", "status", ReviewStatus, _("联审状态不在规定范围内。")),
            check(
                "review_decided_has_result",
                ~Q(status=ReviewStatus.DECIDED) | (~Q(result="") & Q(decided_on__isnull=False)),
                _("已作结论的联审应有结论和结论日期。"),
            ),
            check(
                "review_open_no_result",
                _CONCLUDED | Q(result="", decided_on=None),
                _("还没有作结论的联审不能有结论。"),
            ),
            check(
                "review_archived_says_why",
                ~Q(status=ReviewStatus.ARCHIVED) | ~Q(result="") | ~Q(withdrawn_reason=""),
                _("没有结论就归档的联审应写明撤回原因。"),
            ),
            check(
                "review_pass_no_problem",
                ~Q(result=ReviewResult.PASS) | Q(problems=0),
                _("有部门提出问题,不能直接通过。"),
            ),
            check(
                "review_condition_written",
                ~Q(result=ReviewResult.CONDITIONAL) | ~Q(condition=""),
                _("有条件通过应写明条件和理由。"),
            ),
            after(
                "review_valid_after_result",
                "decided_on",
                "valid_until",
                _("有效期应晚于结论日期。"),
            ),
            check(
                "review_pass_has_validity",
                Q(result__in=["", ReviewResult.REJECT]) | Q(valid_until__isnull=False),
                _("通过的联审应有有效期。"),
            ),
            check(
                "review_checked_has_day",
                _BEFORE_CHECK | Q(first_checked_on__isnull=False),
                _("乡镇初审后的联审应有初审日期。"),
            ),
            in_order(
                "review_checked_in_order",
                "initiated_on",
                "first_checked_on",
                _("初审日期不能早于发起日期。"),
            ),
            in_order(
                "review_sent_in_order",
                "first_checked_on",
                "sent_on",
                _("送审日期不能早于初审日期。"),
            ),
            check(
                "review_asked_has_day",
                ~Q(status__in=[ReviewStatus.WITH_DEPARTMENTS, ReviewStatus.COLLECTING])
                | Q(sent_on__isnull=False),
                _("已送部门的联审应有送审日期。"),
            ),
            check(
                "review_unsent_no_day",
                ~_NOT_SENT | Q(sent_on=None),
                _("还没有送审的联审不能有送审日期。"),
            ),
            in_order(
                "review_decided_in_order",
                "initiated_on",
                "decided_on",
                _("结论日期不能早于发起日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_post_display()}"
