"""Terms of office of a county's villages (届次)."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import CountyWideRows
from villages.ledgers.constraints import filled, in_order, once, within
from villages.ledgers.models import LedgerRow


class TermChange(LedgerRow):
    """One term: the day by which the county's villages had changed over, and the day it ended."""

    number = models.PositiveSmallIntegerField(_("届次"))
    started_on = models.DateField(_("换届完成日期"))
    ended_on = models.DateField(_("届满日期"), null=True, blank=True)
    basis = models.CharField(_("依据"), max_length=120)

    objects: ClassVar[Any] = CountyWideRows.as_manager()

    class Meta:
        verbose_name = _("换届")
        verbose_name_plural = _("换届")
        ordering = ["county_code", "number"]
        constraints = [
            once("term_number_once", "county_code", "number", message=_("本县已登记这一届。")),
            once(
                "term_day_once",
                "county_code",
                "started_on",
                message=_("本县已有在这一天完成的换届。"),
            ),
            once(
                "term_open_once",
                "county_code",
                where=Q(ended_on=None),
                message=_("上一届还没有登记届满日期。"),
            ),
            in_order("term_days", "started_on", "ended_on", _("届满日期不能早于换届完成日期。")),
            within("term_number_range", "number", 1, 99, _("届次应在 1 到 99 之间。")),
            filled("term_basis", "basis", _("请写明换届的依据。")),
        ]

    def __str__(self) -> str:
        return str(_("第%s届") % self.number)
