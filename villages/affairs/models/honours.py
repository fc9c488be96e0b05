"""Honours of villages: 文明村 and others."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.affairs.choices import HonourKind, HonourLevel
from villages.affairs.querysets import FactRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import VillageRow


class Honour(VillageRow):
    """One honour of a village; one that was taken away keeps the day and the reason."""

    kind = models.CharField(_("荣誉种类"), max_length=12, choices=HonourKind.choices)
    level = models.CharField(_("级别"), max_length=8, choices=HonourLevel.choices)
    name = models.CharField(_("荣誉名称"), max_length=80)
    awarded_by = models.CharField(_("授予单位"), max_length=80, blank=True, default="")
    awarded_on = models.DateField(_("授予日期"))
    withdrawn_on = models.DateField(_("撤销日期"), null=True, blank=True)
    reason = models.CharField(_("撤销原因"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = FactRows.as_manager()

    class Meta:
        verbose_name = _("荣誉")
        verbose_name_plural = _("村级荣誉")
        ordering = ["village", "-awarded_on"]
        constraints = [
            once("honour_once", "village", "name", "level", "awarded_on",
                 message=_("这项荣誉已经登记。")),
            one_of("honour_kind_known", "kind", HonourKind),
            one_of("honour_level_known", "level", HonourLevel),
            filled("honour_has_name", "name", _("请写明荣誉名称。")),
            in_order("honour_days", "awarded_on", "withdrawn_on",
                     _("撤销日期不能早于授予日期。")),
            check("honour_withdrawn_why", Q(withdrawn_on=None) | ~Q(reason=""),
                  _("撤销荣誉须写明原因。")),
            check("honour_why_if_withdrawn", Q(reason="") | Q(withdrawn_on__isnull=False),
                  _("没有撤销日期的,不填撤销原因。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
