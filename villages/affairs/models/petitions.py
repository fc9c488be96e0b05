"""Petitions (信访): counts by month, never who petitioned."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import a_month, at_most, once
from villages.ledgers.models import VillageRow


class PetitionCount(VillageRow):
    """Petitions from one village in one month, and those still open at its end."""

    month = models.PositiveIntegerField(_("月份"))
    first = models.PositiveSmallIntegerField(_("初信初访"))
    repeat = models.PositiveSmallIntegerField(_("重信重访"))
    collective = models.PositiveSmallIntegerField(_("集体访"))
    beyond = models.PositiveSmallIntegerField(_("越级访"))
    unresolved = models.PositiveSmallIntegerField(_("未办结"))
    overdue = models.PositiveSmallIntegerField(_("其中超期"))

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("信访情况")
        verbose_name_plural = _("信访情况")
        ordering = ["-month", "village"]
        indexes = [models.Index(fields=["county_code", "month"], name="petitions_by_month")]
        constraints = [
            once("petitions_once", "village", "month", message=_("这个村该月的信访数已经登记。")),
            a_month("petitions_month", "month", _("月份应写成 202610 的形式。")),
            at_most(
                "petitions_collective_in_all", "collective", F("first") + F("repeat"),
                _("集体访不能多于初信初访与重信重访之和。"),
            ),
            at_most(
                "petitions_beyond_in_all", "beyond", F("first") + F("repeat"),
                _("越级访不能多于初信初访与重信重访之和。"),
            ),
            at_most("petitions_overdue_in_open", "overdue", "unresolved",
                   _("超期件数不能多于未办结件数。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.month)

    @property
    def total(self) -> int:
        """All petitions of the month."""
        return self.first + self.repeat
