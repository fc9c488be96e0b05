"""How a case was accepted: attempts with team, scores, vetoes and votes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rectification.choices import AcceptanceResult
from rectification.models.belonging import CaseRow
from rectification.models.schemes import SchemeAspect, SchemeVeto
from villages.ledgers.constraints import check, filled, in_order, once, one_of, within


class Acceptance(CaseRow):
    """One attempt at the county's acceptance (县级验收); `attempt` counts from one.

    `eligible` are members and villagers' representatives, the base of the votes. A failed attempt
    says why and sets a new deadline. Attempts taken over from a paper ledger have a result alone.
    """

    attempt = models.PositiveSmallIntegerField(_("第几次"), default=1)
    applied_on = models.DateField(_("申请日期"), null=True, blank=True)
    begun_on = models.DateField(_("组织日期"), null=True, blank=True)
    held_on = models.DateField(_("验收日期"), null=True, blank=True)
    eligible = models.PositiveIntegerField(_("应到党员和村民代表"), null=True, blank=True)
    satisfied = models.PositiveIntegerField(_("满意票"), null=True, blank=True)
    basically = models.PositiveIntegerField(_("基本满意票"), null=True, blank=True)
    dissatisfied = models.PositiveIntegerField(_("不满意票"), null=True, blank=True)
    invalid = models.PositiveIntegerField(_("无效票"), null=True, blank=True)
    score = models.DecimalField(_("得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    result = models.CharField(
        _("结论"), max_length=6, choices=AcceptanceResult.choices, blank=True, default=""
    )
    concluded_on = models.DateField(_("结论日期"), null=True, blank=True)
    reasons = models.CharField(_("不合格原因"), max_length=500, blank=True, default="")
    new_deadline = models.DateField(_("重新整顿时限"), null=True, blank=True)
    from_ledger = models.BooleanField(_("台账接管"), default=False, editable=False)

    class Meta:
        verbose_name = _("验收")
        verbose_name_plural = _("验收")
        ordering = ["case", "attempt"]
        constraints = [
            once("acceptance_once", "case", "attempt", message=_("这次验收已经登记。")),
            once(
                "acceptance_open_once", "case", where=Q(result=""),
                message=_("这个村已有一次没有结论的验收。"),
            ),
            one_of("acceptance_result_known", "result", AcceptanceResult, blank=True),
            within("acceptance_score", "score", 0, 100, _("得分应在 0 到 100 之间。")),
            in_order(
                "acceptance_held_in_order", "applied_on", "held_on",
                _("验收日期不能早于申请日期。"),
            ),
            check(
                "acceptance_concluded", Q(result="") | Q(concluded_on__isnull=False)
                | Q(from_ledger=True),
                _("有结论的验收应有结论日期。"),
            ),
            check(
                "acceptance_voted",
                Q(result="") | Q(from_ledger=True)
                | Q(
                    satisfied__isnull=False, basically__isnull=False, dissatisfied__isnull=False,
                    score__isnull=False, held_on__isnull=False,
                ),
                _("有结论的验收应有验收日期、得分和群众评议票数。"),
            ),
            check(
                "acceptance_votes_fit",
                Q(eligible=None)
                | Q(eligible__gte=F("satisfied") + F("basically") + F("dissatisfied")
                    + F("invalid")),
                _("票数合计不能超过应到人数。"),
            ),
            check(
                "acceptance_failed_why",
                ~Q(result=AcceptanceResult.FAILED) | Q(from_ledger=True)
                | (~Q(reasons="") & Q(new_deadline__isnull=False)),
                _("不合格的应写明原因和重新整顿时限。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(_("第 %(attempt)s 次验收") % {"attempt": self.attempt})


class TeamMember(CaseRow):
    """A member of the county's acceptance team."""

    acceptance = models.ForeignKey(
        Acceptance, models.CASCADE, related_name="members", verbose_name=_("验收")
    )
    name = models.CharField(_("姓名"), max_length=40)
    unit = models.CharField(_("单位"), max_length=60)
    leads = models.BooleanField(_("组长"), default=False)

    class Meta:
        verbose_name = _("验收组成员")
        verbose_name_plural = _("验收组成员")
        ordering = ["acceptance", "-leads", "id"]
        constraints = [
            once("team_member_once", "acceptance", "name", "unit", message=_("此人已在验收组。")),
            once(
                "team_leader_once", "acceptance", where=Q(leads=True),
                message=_("验收组只有一名组长。"),
            ),
            filled("team_member_named", "name", _("请填写姓名。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class AspectScore(CaseRow):
    """The points that an aspect of the scheme got."""

    acceptance = models.ForeignKey(
        Acceptance, models.CASCADE, related_name="scores", verbose_name=_("验收")
    )
    aspect = models.ForeignKey(
        SchemeAspect, models.PROTECT, related_name="+", verbose_name=_("方面")
    )
    points = models.DecimalField(_("得分"), max_digits=5, decimal_places=2)
    note = models.CharField(_("扣分原因"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("验收得分")
        verbose_name_plural = _("验收得分")
        ordering = ["acceptance", "aspect__position"]
        constraints = [
            once("aspect_score_once", "acceptance", "aspect", message=_("这个方面已经打分。")),
            within("aspect_score_range", "points", 0, 100, _("得分应在 0 到 100 之间。")),
        ]

    def __str__(self) -> str:
        return f"{self.aspect} {self.points}"


class VetoFound(CaseRow):
    """A veto of the scheme that was found: the attempt fails."""

    acceptance = models.ForeignKey(
        Acceptance, models.CASCADE, related_name="vetoes", verbose_name=_("验收")
    )
    veto = models.ForeignKey(
        SchemeVeto, models.PROTECT, related_name="+", verbose_name=_("否决情形")
    )
    note = models.CharField(_("情况"), max_length=300)

    class Meta:
        verbose_name = _("否决")
        verbose_name_plural = _("否决")
        ordering = ["acceptance", "veto__position"]
        constraints = [
            once("veto_found_once", "acceptance", "veto", message=_("这个否决情形已经登记。")),
            filled("veto_found_why", "note", _("请写明情况。")),
        ]

    def __str__(self) -> str:
        return str(self.veto)
