"""Pools of helpers and whom they help."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import CountyWideRows, ListRow
from villages.ledgers.constraints import filled, in_order, once
from villages.ledgers.models import LedgerRow, VillageRow, VillageRows


class HelperKind(ListRow):
    """A kind of helper (科技特派员、乡村振兴指导员、乡贤 …)."""

    class Meta(ListRow.Meta):
        verbose_name = _("帮扶人才类别")
        verbose_name_plural = _("帮扶人才类别")


class Helper(LedgerRow):
    """Somebody of a helper pool: name and unit, no private data."""

    name = models.CharField(_("姓名"), max_length=40)
    kind = models.ForeignKey(HelperKind, models.PROTECT, related_name="+", verbose_name=_("类别"))
    unit = models.CharField(_("所在单位"), max_length=60, blank=True, default="")
    specialities = models.CharField(_("专长"), max_length=120, blank=True, default="")
    left_on = models.DateField(_("退出日期"), null=True, blank=True)

    objects: ClassVar[Any] = CountyWideRows.as_manager()

    class Meta:
        verbose_name = _("帮扶人才")
        verbose_name_plural = _("帮扶人才")
        ordering = ["kind__position", "name", "id"]
        constraints = [
            once(
                "helper_once",
                "county_code",
                "name",
                "unit",
                "kind",
                message=_("这个单位的此人已在该类别里。"),
            ),
            filled("helper_has_name", "name", _("姓名不能为空。")),
        ]

    def __str__(self) -> str:
        return self.name


class HelperPostingRows(VillageRows):
    """Helpers posted to villages."""

    def on(self, day: date) -> "HelperPostingRows":
        """In force on a day; the day of ending no longer counts."""
        return self.filter(Q(started_on__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day)))


class HelperPosting(VillageRow):
    """A helper who helps a village, from a day to a day."""

    helper = models.ForeignKey(
        Helper, models.PROTECT, related_name="postings", verbose_name=_("帮扶人才")
    )
    started_on = models.DateField(_("开始日期"))
    ended_on = models.DateField(_("结束日期"), null=True, blank=True)

    objects: ClassVar[Any] = HelperPostingRows.as_manager()

    class Meta:
        verbose_name = _("人才帮扶")
        verbose_name_plural = _("人才帮扶")
        ordering = ["village", "id"]
        constraints = [
            once(
                "helperposting_open_once",
                "helper",
                "village",
                where=Q(ended_on=None),
                message=_("此人已在帮扶该村。"),
            ),
            in_order(
                "helperposting_days_order",
                "started_on",
                "ended_on",
                _("结束日期不能早于开始日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.helper} {self.village}"
