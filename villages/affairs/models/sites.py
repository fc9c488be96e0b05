"""Activity sites (村级活动场所) and what they have."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import SiteState
from villages.affairs.models.lists import SiteNeed
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, in_order, once, one_of
from villages.ledgers.models import VillageRow

_STANDING = [SiteState.OWN, SiteState.RENTED, SiteState.DANGEROUS]


class ActivitySite(VillageRow):
    """The place of a village's activities as last checked; one that is left has `closed_on`."""

    name = models.CharField(_("场所名称"), max_length=60)
    state = models.CharField(_("场所状况"), max_length=12, choices=SiteState.choices)
    area_m2 = models.DecimalField(
        _("建筑面积"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    built_on = models.DateField(_("建成日期"), null=True, blank=True)
    checked_on = models.DateField(_("核查日期"))
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("活动场所")
        verbose_name_plural = _("活动场所")
        ordering = ["village", "-checked_on", "pk"]
        constraints = [
            once("site_named_once", "village", "name", message=_("这个村已登记同名场所。")),
            once(
                "site_one_open", "village", where=Q(closed_on=None),
                message=_("这个村已有在用的活动场所,请先登记停用日期。"),
            ),
            one_of("site_state_known", "state", SiteState),
            check("site_area_positive", Q(area_m2__gt=0), _("建筑面积应大于 0。")),
            check(
                "site_none_has_no_area", ~Q(state=SiteState.NONE) | Q(area_m2=None),
                _("“无场所”不能填写建筑面积。"),
            ),
            check(
                "site_built_when_standing", Q(state__in=_STANDING) | Q(built_on=None),
                _("在建或无场所的,不填建成日期。"),
            ),
            in_order(
                "site_built_then_checked", "built_on", "checked_on",
                _("核查日期不能早于建成日期。"),
            ),
            in_order(
                "site_built_then_closed", "built_on", "closed_on", _("停用日期不能早于建成日期。")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class SiteItem(VillageRow):
    """Whether a village's site has one of the things it should have, as last checked."""

    need = models.ForeignKey(SiteNeed, models.PROTECT, related_name="+", verbose_name=_("配备项"))
    is_present = models.BooleanField(_("已配备"))
    checked_on = models.DateField(_("核查日期"))
    note = models.CharField(_("说明"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("场所配备")
        verbose_name_plural = _("场所配备")
        ordering = ["village", "need"]
        constraints = [
            once("site_item_once", "village", "need", message=_("这个村的该配备项已经登记。")),
        ]

    def __str__(self) -> str:
        return str(self.need)
