"""A disposition of an unfit cadre."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cadres.models.disposition_lists import DispositionKind, UnfitSituation
from cadres.models.people import Person
from cadres.wording.dispositions import AppealResult, DispositionEnd
from villages.ledgers.constraints import check, follows, once, together
from villages.ledgers.models import VillageRow, VillageRows


class DispositionRows(VillageRows):
    """Dispositions."""

    def open(self) -> "DispositionRows":
        """Not ended, decided or still being prepared."""
        return self.filter(ended_on=None)

    def decided(self, on: date) -> "DispositionRows":
        """Decided by this day and never revoked."""
        return self.filter(decided_on__lte=on).exclude(end_reason=DispositionEnd.REVOKED)


class Disposition(VillageRow):
    """What was done about an unfit cadre (不胜任处置), from finding to end.

    The township decides and files afterwards with the organization department and the
    civil-affairs bureau. `facts` are restricted. Without `decided_on` nothing is decided yet;
    `effect_until` ends the period of effect, null where the kind has none. The retest keeps votes,
    its result follows from them.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="dispositions", verbose_name=_("人员")
    )
    situation = models.ForeignKey(
        UnfitSituation, models.PROTECT, related_name="+", verbose_name=_("情形")
    )
    facts = models.CharField(_("事实"), max_length=1000)
    found_by = models.CharField(_("发现单位"), max_length=60)
    found_on = models.DateField(_("发现日期"))
    township_meeting_on = models.DateField(_("乡镇党委会议日期"), null=True, blank=True)
    kind = models.ForeignKey(
        DispositionKind, models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("处置方式"),
    )  # fmt: skip
    decision_no = models.CharField(_("决定文号"), max_length=60, blank=True, default="")
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    effect_until = models.DateField(_("影响期至"), null=True, blank=True)
    filed_organization_on = models.DateField(_("报组织部备案日期"), null=True, blank=True)
    filed_civil_on = models.DateField(_("报民政局备案日期"), null=True, blank=True)
    appealed_on = models.DateField(_("申诉日期"), null=True, blank=True)
    appeal_answered_on = models.DateField(_("申诉答复日期"), null=True, blank=True)
    appeal_result = models.CharField(
        _("申诉结果"), max_length=8, choices=AppealResult.choices, blank=True, default=""
    )
    retest_on = models.DateField(_("再评日期"), null=True, blank=True)
    retest_votes = models.PositiveIntegerField(_("再评票数"), null=True, blank=True)
    retest_excellent = models.PositiveIntegerField(_("优秀票"), null=True, blank=True)
    retest_competent = models.PositiveIntegerField(_("称职票"), null=True, blank=True)
    improved = models.BooleanField(_("是否改正"), null=True, blank=True)
    ended_on = models.DateField(_("结束日期"), null=True, blank=True)
    end_reason = models.CharField(
        _("结束原因"), max_length=8, choices=DispositionEnd.choices, blank=True, default=""
    )

    objects: ClassVar[Any] = DispositionRows.as_manager()

    class Meta:
        verbose_name = _("不胜任处置")
        verbose_name_plural = _("不胜任处置")
        ordering = ["-found_on", "id"]
        indexes = [models.Index(fields=["county_code", "decided_on"], name="disposition_by_day")]
        constraints = [
            once(
                "disposition_open_once", "person", "village", "situation", where=Q(ended_on=None),
                message=_("此人因这种情形的处置还没有结束。"),
            ),
            check(
                "disposition_decided_whole",
                Q(decided_on=None)
                | (Q(kind__isnull=False, township_meeting_on__isnull=False) & ~Q(decision_no="")),
                _("已决定的处置应有处置方式、决定文号和乡镇党委会议日期。"),
            ),
            together(
                "disposition_end_has_reason", "ended_on", "end_reason",
                _("结束日期和结束原因应同时填写。"),
            ),
            check(
                "disposition_retest_whole",
                Q(retest_on=None, retest_votes=None, retest_excellent=None, retest_competent=None)
                | Q(retest_on__isnull=False, retest_votes__gt=0,
                    retest_excellent__isnull=False, retest_competent__isnull=False),
                _("再评应同时有日期、总票数、优秀票和称职票。"),
            ),
            check(
                "disposition_retest_votes",
                Q(retest_votes=None)
                | Q(retest_votes__gte=F("retest_excellent") + F("retest_competent")),
                _("优秀票和称职票之和不能超过总票数。"),
            ),
            together(
                "disposition_appeal_answered", "appeal_answered_on", "appeal_result",
                _("申诉结果和答复日期应同时填写。"),
            ),
            follows("disposition_meeting_order", "found_on", "township_meeting_on",
                    _("乡镇党委会议日期不能早于发现日期。")),
            follows("disposition_decided_order", "township_meeting_on", "decided_on",
                    _("决定日期不能早于乡镇党委会议日期。")),
            follows("disposition_effect_order", "decided_on", "effect_until",
                    _("影响期不能早于决定日期结束。")),
            follows("disposition_filed_org_order", "decided_on", "filed_organization_on",
                    _("报组织部备案应在决定之后。")),
            follows("disposition_filed_civil_order", "decided_on", "filed_civil_on",
                    _("报民政局备案应在决定之后。")),
            follows("disposition_appeal_order", "decided_on", "appealed_on",
                    _("申诉应在决定之后。")),
            follows("disposition_answer_order", "appealed_on", "appeal_answered_on",
                    _("申诉答复不能早于申诉。")),
            follows("disposition_retest_order", "decided_on", "retest_on",
                    _("再评应在决定之后。")),
            follows("disposition_ended_order", "found_on", "ended_on",
                    _("结束日期不能早于发现日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person} {self.kind or self.situation}"
