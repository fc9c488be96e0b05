"""By what a village counts as weak: the yearly screening standard and its situations."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.querysets import CountyLists, StandardItemRows
from villages.ledgers.constraints import a_year, check, filled, once, within
from villages.ledgers.models import LedgerRow


class ScreeningStandard(LedgerRow):
    """A county's screening standard (排查标准) of one year; rows of later versions replace it.

    The shares are information: what other places list, never a quota. `published_on` freezes it.
    """

    year = models.PositiveSmallIntegerField(_("年度"))
    edition = models.PositiveSmallIntegerField(_("版次"), default=1)
    title = models.CharField(_("名称"), max_length=80)
    document_no = models.CharField(_("文号"), max_length=60, blank=True, default="")
    published_on = models.DateField(_("发布日期"), null=True, blank=True)
    low_share = models.DecimalField(_("参考比例下限(%)"), max_digits=5, decimal_places=2, default=5)
    high_share = models.DecimalField(
        _("参考比例上限(%)"), max_digits=5, decimal_places=2, default=10
    )

    objects: ClassVar[Any] = CountyLists.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "rectification_standard"
        verbose_name = _("排查标准")
        verbose_name_plural = _("排查标准")
        ordering = ["-year", "-edition"]
        constraints = [
            once(
                "screening_std_once", "county_code", "year", "edition",
                message=_("这一年这一版的标准已经登记。"),
            ),
            a_year("screening_std_year", "year", _("年度应在 2000 年到 2099 年之间。")),
            filled("screening_std_named", "title", _("请填写名称。")),
            within("screening_low_share", "low_share", 0, 100, _("比例应在 0 到 100 之间。")),
            within("screening_high_share", "high_share", 0, 100, _("比例应在 0 到 100 之间。")),
            check(
                "screening_shares_in_order", Q(high_share__gte=models.F("low_share")),
                _("参考比例上限不能低于下限。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year} {self.title}"


class StandardPartRows(CountyLists):
    """Parts of a county's standard."""


class ScreeningItem(LedgerRow):
    """One situation (情形) of a standard, such as WL01.

    `hint` names the figure that suggests it and `limit` the number at which it does so; without a
    hint people alone can say it. `restricted` situations (crime, clans) are seen by the county
    alone and never printed. `points` is its weight in the ranking from the bottom.
    """

    standard = models.ForeignKey(
        ScreeningStandard, models.CASCADE, related_name="items", verbose_name=_("标准")
    )
    code = models.CharField(_("编号"), max_length=8)
    situation = models.CharField(_("情形"), max_length=120)
    basis = models.CharField(_("依据"), max_length=120, blank=True, default="")
    hint = models.CharField(_("提示指标"), max_length=40, blank=True, default="")
    limit = models.DecimalField(
        _("提示界限"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    points = models.PositiveSmallIntegerField(_("分值"), default=1)
    restricted = models.BooleanField(_("限县级知悉"), default=False)

    objects: ClassVar[Any] = StandardItemRows.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("排查情形")
        verbose_name_plural = _("排查情形")
        ordering = ["standard", "code"]
        constraints = [
            once(
                "screening_item_once", "standard", "code",
                message=_("这个标准中已有这个编号的情形。"),
            ),
            filled("screening_item_coded", "code", _("请填写编号。")),
            filled("screening_item_said", "situation", _("请填写情形。")),
            check(
                "screening_limit_needs_hint", Q(limit=None) | ~Q(hint=""),
                _("填了提示界限的情形应选择提示指标。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.code} {self.situation}"
