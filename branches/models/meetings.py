"""Organization life (三会一课、主题党日): what was held, and months in which nothing was."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from branches.choices import MeetingKind
from branches.models.branches import PartyBranch
from branches.querysets import MeetingRows
from villages.ledgers.constraints import a_month, at_most, check, needs, once, one_of
from villages.ledgers.models import VillageRow


class Meeting(VillageRow):
    """One meeting of one branch: kind, day, who came of those who should. No names, no photos."""

    branch = models.ForeignKey(
        PartyBranch, models.PROTECT, related_name="meetings", verbose_name=_("党组织")
    )
    kind = models.CharField(_("类型"), max_length=16, choices=MeetingKind.choices)
    held_on = models.DateField(_("召开日期"))
    attended = models.PositiveIntegerField(_("实到人数"), null=True, blank=True)
    should_attend = models.PositiveIntegerField(_("应到人数"), null=True, blank=True)
    topic = models.CharField(_("议题"), max_length=60, blank=True, default="")
    by_secretary = models.BooleanField(_("书记讲党课"), null=True, blank=True)

    objects: ClassVar[Any] = MeetingRows.as_manager()

    class Meta:
        verbose_name = _("组织生活")
        verbose_name_plural = _("组织生活")
        ordering = ["-held_on", "id"]
        indexes = [
            models.Index(fields=["county_code", "held_on"], name="meeting_by_county_day"),
            models.Index(fields=["branch", "kind", "held_on"], name="meeting_by_branch_day"),
        ]
        constraints = [
            once(
                "meeting_once_a_day", "branch", "kind", "held_on",
                message=_("这个党组织当天已登记同类组织生活。"),
            ),
            one_of("meeting_kind", "kind", MeetingKind, _("没有这样的组织生活类型。")),
            at_most(
                "meeting_attended_some", "attended", "should_attend",
                _("实到人数不能多于应到人数。"),
            ),
            needs(
                "meeting_attended_base", "attended", "should_attend",
                _("填写实到人数的,应到人数也要填写。"),
            ),
            check(
                "meeting_should_somebody", Q(should_attend=None) | Q(should_attend__gte=1),
                _("应到人数至少 1 人。"),
            ),
            check(
                "meeting_secretary_class", Q(by_secretary=None) | Q(kind=MeetingKind.CLASS),
                _("只有党课填写是否书记讲课。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.branch} {self.get_kind_display()} {self.held_on}"


class QuietMonth(VillageRow):
    """A branch states that it held nothing in a month. Without it, a month that has no meeting is
    one that nobody filed: unknown, not missed."""

    branch = models.ForeignKey(
        PartyBranch, models.PROTECT, related_name="quiet_months", verbose_name=_("党组织")
    )
    month = models.PositiveIntegerField(_("月份"))
    reason = models.CharField(_("原因"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("未开展组织生活的月份")
        verbose_name_plural = _("未开展组织生活的月份")
        ordering = ["-month", "branch"]
        constraints = [
            once(
                "quiet_month_once", "branch", "month", message=_("这个党组织这个月已登记未开展。"),
            ),
            a_month("quiet_month_month", "month", _("月份应写成 202610 的形式。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.branch} {self.month}"
