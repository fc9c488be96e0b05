"""Leaves of first secretaries and team members."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.people import Person
from cadres.models.resident import Posting
from cadres.wording.resident import LeaveKind, LeaveLevel, LeaveState
from villages.ledgers.constraints import check, in_order, once, one_of
from villages.ledgers.models import VillageRow, VillageRows


class LeaveRows(VillageRows):
    """Leaves."""

    def waiting(self) -> "LeaveRows":
        """Neither granted nor refused."""
        return self.filter(state=LeaveState.ASKED)

    def away_on(self, day: date) -> "LeaveRows":
        """Granted and running on a day, both ends included."""
        return self.filter(state=LeaveState.GRANTED, from_on__lte=day, to_on__gte=day)


class Leave(VillageRow):
    """A leave from a day to a day (请销假), both included; a calendar instead of check-ins.

    `level` follows from the length: short leaves are granted by the township and filed with the
    county (`filed_on`), longer ones by the county. The substitute is a person of the ledger.
    """

    posting = models.ForeignKey(
        Posting, models.PROTECT, related_name="leaves", verbose_name=_("驻村人员")
    )
    kind = models.CharField(_("假别"), max_length=8, choices=LeaveKind.choices)
    from_on = models.DateField(_("开始日期"))
    to_on = models.DateField(_("结束日期"))
    substitute = models.ForeignKey(
        Person, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("代班人")
    )
    level = models.CharField(
        _("批准层级"), max_length=8, choices=LeaveLevel.choices, default=LeaveLevel.COUNTY
    )
    state = models.CharField(
        _("状态"), max_length=7, choices=LeaveState.choices, default=LeaveState.ASKED
    )
    decided_on = models.DateField(_("批复日期"), null=True, blank=True)
    decided_by = models.CharField(_("批复人"), max_length=40, blank=True, default="")
    filed_on = models.DateField(_("报县备案日期"), null=True, blank=True)

    objects: ClassVar[Any] = LeaveRows.as_manager()

    class Meta:
        verbose_name = _("驻村请假")
        verbose_name_plural = _("驻村请假")
        ordering = ["-from_on", "id"]
        constraints = [
            once(
                "leave_once_a_day",
                "posting",
                "from_on",
                where=~Q(state=LeaveState.REFUSED),
                message=_("此人从这一天起的请假已经登记。"),
            ),
            in_order("leave_days_in_order", "from_on", "to_on", _("结束日期不能早于开始日期。")),
            check(
                "leave_decided_whole",
                Q(state=LeaveState.ASKED, decided_on=None)
                | (
                    Q(state__in=[LeaveState.GRANTED, LeaveState.REFUSED])
                    & Q(decided_on__isnull=False)
                    & ~Q(decided_by="")
                ),
                _("已批复的请假应有批复日期和批复人,待批的不能有。"),
            ),
            check(
                "leave_filed_if_granted",
                Q(filed_on=None) | Q(state=LeaveState.GRANTED, level=LeaveLevel.TOWNSHIP),
                _("只有乡镇批准的请假需要报县备案。"),
            ),
            one_of("leave_level_known", "level", LeaveLevel, _("批准层级应为乡镇或县。")),
        ]

    def __str__(self) -> str:
        return f"{self.posting} {self.from_on:%Y-%m-%d}"

    @property
    def days(self) -> int:
        """Calendar days, both ends included."""
        return (self.to_on - self.from_on).days + 1
