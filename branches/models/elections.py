"""Elections of party organizations."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from branches.choices import ElectionKind, ElectionResult
from branches.models.branches import PartyBranch
from villages.ledgers.constraints import at_most, check, in_order, once, one_of, together
from villages.ledgers.models import VillageRow

ELECTED = ElectionResult.ELECTED


class BranchElection(VillageRow):
    """One meeting that elects a committee or a secretary: who might vote, who came, how it ended.

    `least_votes` are the votes of the elected person with the fewest. Shares that make a vote
    valid (4/5 present, 20 % more candidates than seats) are dated parameters.
    """

    branch = models.ForeignKey(
        PartyBranch, models.PROTECT, related_name="elections", verbose_name=_("党组织")
    )
    held_on = models.DateField(_("选举日期"))
    kind = models.CharField(
        _("选举类型"), max_length=12, choices=ElectionKind.choices, default=ElectionKind.TERM
    )
    approved_on = models.DateField(_("请示批复日期"), null=True, blank=True)
    approval_no = models.CharField(_("请示批复文号"), max_length=60, blank=True, default="")
    entitled = models.PositiveIntegerField(_("应到会人数"))
    present = models.PositiveIntegerField(_("实到会人数"))
    seats = models.PositiveSmallIntegerField(_("应选人数"))
    candidates = models.PositiveSmallIntegerField(_("候选人数"))
    elected = models.PositiveSmallIntegerField(_("当选人数"))
    least_votes = models.PositiveIntegerField(_("当选最低票"), null=True, blank=True)
    result = models.CharField(_("选举结果"), max_length=10, choices=ElectionResult.choices)

    class Meta:
        verbose_name = _("党组织选举")
        verbose_name_plural = _("党组织选举")
        ordering = ["-held_on", "id"]
        constraints = [
            once(
                "election_once_a_day", "branch", "held_on", "kind",
                message=_("这个党组织当天已登记同类选举。"),
            ),
            one_of("election_kind", "kind", ElectionKind, _("没有这样的选举类型。")),
            one_of("election_result", "result", ElectionResult, _("没有这样的选举结果。")),
            together(
                "election_approval_whole", "approved_on", "approval_no",
                _("批复日期和文号要一并填写。"),
            ),
            in_order(
                "election_approved_first", "approved_on", "held_on",
                _("选举日期不能早于批复日期。"),
            ),
            check(
                "election_early_approved", ~Q(kind="early") | Q(approved_on__isnull=False),
                _("提前换届要经上级批准,请填写批复日期和文号。"),
            ),
            check("election_has_voters", Q(entitled__gte=1), _("应到会人数至少 1 人。")),
            at_most(
                "election_present_some", "present", "entitled", _("实到会人数不能多于应到会人数。")
            ),
            check("election_has_seats", Q(seats__gte=1), _("应选人数至少 1 人。")),
            at_most(
                "election_in_seats", "elected", "seats", _("当选人数不能多于应选人数。")
            ),
            at_most(
                "election_of_candidates", "elected", "candidates", _("当选人数不能多于候选人数。")
            ),
            at_most(
                "election_votes_present", "least_votes", "present", _("得票数不能多于实到会人数。")
            ),
            check(
                "election_result_elected",
                (Q(result=ELECTED) & Q(elected__gte=1)) | (~Q(result=ELECTED) & Q(elected=0)),
                _("选举有效的至少 1 人当选,无效的无人当选。"),
            ),
            check(
                "election_over_half",
                Q(least_votes=None) | ~Q(result=ELECTED) | Q(entitled__lt=F("least_votes") * 2),
                _("当选人得票应超过应到会人数的半数。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.branch} {self.held_on}"
