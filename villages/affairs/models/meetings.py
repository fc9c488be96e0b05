"""Meetings of villagers' representatives and of all villagers."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import MeetingKind
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import at_most, check, filled, once, one_of
from villages.ledgers.models import VillageRow

# Two thirds present, more than half of them agree: 村民委员会组织法第三十条(2025年修订,2026-01-01
# 施行). The law's own numbers, not a county's choice, so the database may hold them.
_TWO_THIRDS = Q(present__gte=F("members") * 2 - F("present") * 2)
_MAJORITY = Q(agreed__isnull=False, agreed__gt=F("present") - F("agreed"))


class VillageMeeting(VillageRow):
    """One meeting: who belongs to it, who came, who agreed. Only head counts."""

    kind = models.CharField(
        _("会议种类"), max_length=16, choices=MeetingKind.choices,
        default=MeetingKind.REPRESENTATIVES,
    )  # fmt: skip
    held_on = models.DateField(_("召开日期"))
    topic = models.CharField(_("议题"), max_length=120)
    members = models.PositiveSmallIntegerField(_("应到人数"))
    representatives = models.PositiveSmallIntegerField(_("其中村民代表"), null=True, blank=True)
    women = models.PositiveSmallIntegerField(_("其中妇女代表"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("实到人数"))
    agreed = models.PositiveSmallIntegerField(_("同意人数"), null=True, blank=True)
    is_resolved = models.BooleanField(_("形成决议"), default=False)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        db_table = "villages_affairs_meeting"
        verbose_name = _("村民代表会议")
        verbose_name_plural = _("村民代表会议")
        ordering = ["-held_on", "village"]
        indexes = [models.Index(fields=["county_code", "held_on"], name="village_meeting_by_day")]
        constraints = [
            once(
                "vmeeting_once_a_day", "village", "kind", "held_on",
                message=_("这个村当天的这种会议已经登记。"),
            ),
            one_of("vmeeting_kind_known", "kind", MeetingKind),
            filled("vmeeting_has_topic", "topic", _("请写明议题。")),
            check("vmeeting_has_members", Q(members__gt=0), _("应到人数应大于 0。")),
            at_most("vmeeting_reps_in_members", "representatives", "members",
                   _("村民代表人数不能多于应到人数。")),
            at_most("vmeeting_women_in_reps", "women", "representatives",
                   _("妇女代表人数不能多于村民代表人数。")),
            at_most("vmeeting_present_in_all", "present", "members",
                   _("实到人数不能多于应到人数。")),
            at_most("vmeeting_agreed_in_present", "agreed", "present",
                   _("同意人数不能多于实到人数。")),
            check(
                "vmeeting_resolved_quorum",
                Q(is_resolved=False) | ~Q(kind=MeetingKind.REPRESENTATIVES) | _TWO_THIRDS,
                _("实到不足三分之二,村民代表会议不能形成决议。"),
            ),
            check(
                "vmeeting_resolved_majority",
                Q(is_resolved=False) | _MAJORITY,
                _("形成决议须有到会人员过半数同意,请填写同意人数。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.topic

    @property
    def has_quorum(self) -> bool:
        """Whether two thirds of the members came, as a representatives' meeting needs."""
        return self.present * 3 >= self.members * 2
