"""Small powers (小微权力) used past their rules."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import FoundBy
from villages.affairs.models.lists import SmallPower
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import VillageRow


class PowerException(VillageRow):
    """A small power used past its rules: which one, who found it, how it was mended."""

    power = models.ForeignKey(
        SmallPower, models.PROTECT, related_name="+", verbose_name=_("权力事项")
    )
    found_on = models.DateField(_("发现日期"))
    found_by = models.CharField(_("发现途径"), max_length=12, choices=FoundBy.choices)
    what = models.CharField(_("问题"), max_length=200)
    mended_on = models.DateField(_("整改日期"), null=True, blank=True)
    mended_how = models.CharField(_("整改情况"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        db_table = "villages_affairs_power"
        verbose_name = _("小微权力问题")
        verbose_name_plural = _("小微权力问题")
        ordering = ["-found_on", "village"]
        constraints = [
            once("power_once", "village", "power", "found_on", "what",
                 message=_("当天发现的该事项问题已经登记。")),
            one_of("power_found_by_known", "found_by", FoundBy),
            filled("power_says_what", "what", _("请写明问题。")),
            in_order("power_found_then_mended", "found_on", "mended_on",
                     _("整改日期不能早于发现日期。")),
            check("power_mended_how", Q(mended_on=None) | ~Q(mended_how=""),
                  _("已整改的须写明整改情况。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what
