"""Series of numbers."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import OrderKind
from villages.ledgers.constraints import once
from villages.ledgers.models import CountyRows


class OrderSeries(models.Model):
    """The last number given in a county, kind and year. The row is held while one is given."""

    county_code = models.CharField(_("县代码"), max_length=6)
    house = models.CharField(_("签发单位代码"), max_length=9)
    kind = models.CharField(_("文种"), max_length=14, choices=OrderKind.choices)
    year = models.PositiveSmallIntegerField(_("年度"))
    last = models.PositiveIntegerField(_("最后编号"), default=0)

    objects: ClassVar[Any] = CountyRows.as_manager()

    class Meta:
        db_table = "supervision_series"
        verbose_name = _("编号")
        verbose_name_plural = _("编号")
        constraints = [
            once("order_series_once", "house", "kind", "year", message=_("这个编号序列已经存在。"))
        ]

    def __str__(self) -> str:
        return f"{self.house} {self.kind} {self.year}"
