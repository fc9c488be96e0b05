"""Lists that a county keeps itself, as dated rows: a list of another year stays readable."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.affairs.querysets import CountyListRows
from villages.ledgers.constraints import filled, in_order, once
from villages.ledgers.models import LedgerRow

_NAMED = _("名称不能为空。")
_TWICE = _("清单里已经有这个名称。")
_DAYS = _("停用日期不能早于启用日期。")


class CountyListItem(LedgerRow):
    """One line of a county's list, in force from a day on."""

    number = models.PositiveSmallIntegerField(_("序号"))
    name = models.CharField(_("名称"), max_length=60)
    note = models.CharField(_("说明"), max_length=200, blank=True, default="")
    basis = models.CharField(_("文件依据"), max_length=120, blank=True, default="")
    valid_from = models.DateField(_("启用日期"))
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects: ClassVar[Any] = CountyListRows.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class SiteNeed(CountyListItem):
    """One of the things an activity site should have (八有)."""

    class Meta:
        verbose_name = _("活动场所配备项")
        verbose_name_plural = _("活动场所配备项")
        ordering = ["county_code", "number", "pk"]
        constraints = [
            once("site_need_once", "county_code", "name", message=_TWICE),
            filled("site_need_named", "name", _NAMED),
            in_order("site_need_days", "valid_from", "valid_to", _DAYS),
        ]


class SmallPower(CountyListItem):
    """One of the small powers that villages hold (小微权力清单)."""

    class Meta:
        verbose_name = _("小微权力事项")
        verbose_name_plural = _("小微权力清单")
        ordering = ["county_code", "number", "pk"]
        constraints = [
            once("small_power_once", "county_code", "name", message=_TWICE),
            filled("small_power_named", "name", _NAMED),
            in_order("small_power_days", "valid_from", "valid_to", _DAYS),
        ]


class AssociationKind(CountyListItem):
    """One of the associations that a village should have (六会)."""

    class Meta:
        db_table = "villages_affairs_assoc_kind"
        verbose_name = _("群众组织种类")
        verbose_name_plural = _("群众组织种类")
        ordering = ["county_code", "number", "pk"]
        constraints = [
            once("assoc_kind_once", "county_code", "name", message=_TWICE),
            filled("assoc_kind_named", "name", _NAMED),
            in_order("assoc_kind_days", "valid_from", "valid_to", _DAYS),
        ]
