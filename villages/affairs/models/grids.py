"""Grids (网格) and household heads (联户长): counts and cover."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import at_most, check, once
from villages.ledgers.models import VillageRow


class GridCount(VillageRow):
    """A village's grids and household heads as of a day; a new count is a new row."""

    as_of = models.DateField(_("数据日期"))
    grids = models.PositiveSmallIntegerField(_("网格数"))
    workers = models.PositiveSmallIntegerField(_("网格员"))
    party_workers = models.PositiveSmallIntegerField(_("其中党员网格员"), null=True, blank=True)
    heads = models.PositiveSmallIntegerField(_("联户长"))
    households = models.PositiveIntegerField(_("户数"))
    covered = models.PositiveIntegerField(_("联户覆盖户数"))

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("网格和联户")
        verbose_name_plural = _("网格和联户")
        ordering = ["village", "-as_of"]
        constraints = [
            once("grid_once_a_day", "village", "as_of", message=_("这个村当天的数据已经登记。")),
            at_most("grid_covered_in_households", "covered", "households",
                   _("联户覆盖户数不能多于户数。")),
            at_most("grid_party_in_workers", "party_workers", "workers",
                   _("党员网格员不能多于网格员。")),
            check("grid_workers_need_grids", Q(workers=0) | Q(grids__gt=0),
                  _("没有网格的,网格员应为 0。")),
            check("grid_cover_needs_heads", Q(covered=0) | Q(heads__gt=0),
                  _("没有联户长的,覆盖户数应为 0。")),
            check("grid_heads_cover_somebody", Q(heads__lte=F("covered")) | Q(heads=0),
                  _("联户长不能多于覆盖户数。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.as_of)
