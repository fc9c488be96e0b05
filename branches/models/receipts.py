"""The receipt of one item in a rating: who gave how many points, and why."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from branches.models.ratings import SchemeRating
from branches.models.scheme_items import SchemeItem
from branches.schemes.querysets import RatingRows
from villages.ledgers.constraints import check, once, together, within
from villages.ledgers.models import VillageRow


def _points(name: Any) -> Any:
    return models.DecimalField(name, max_digits=5, decimal_places=2, null=True, blank=True)


class SchemeReceipt(VillageRow):
    """Points of one item (评分凭证). Every hand's points stay; the last word counts.

    The order is: decided after an appeal, the county's, computed from figures, the township's
    self-check. A shortfall that the township reports about itself thus never weighs more than
    what is computed or judged.
    """

    rating = models.ForeignKey(
        SchemeRating, models.CASCADE, related_name="receipts", verbose_name=_("评定")
    )
    item = models.ForeignKey(
        SchemeItem, models.PROTECT, related_name="+", verbose_name=_("评定项目")
    )
    most = models.DecimalField(_("分值"), max_digits=5, decimal_places=2)
    points = models.DecimalField(_("得分"), max_digits=5, decimal_places=2)
    computed_points = _points(_("计算得分"))
    computed_value = models.CharField(_("数据值"), max_length=40, blank=True, default="")
    computed_source = models.CharField(_("数据来源"), max_length=120, blank=True, default="")
    township_points = _points(_("乡镇自评分"))
    township_note = models.CharField(_("自评说明"), max_length=200, blank=True, default="")
    county_points = _points(_("县级评分"))
    county_reason = models.CharField(_("县级理由"), max_length=200, blank=True, default="")
    decided_points = _points(_("裁定得分"))
    decided_reason = models.CharField(_("裁定理由"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = RatingRows.as_manager()

    class Meta:
        verbose_name = _("评分凭证")
        verbose_name_plural = _("评分凭证")
        ordering = ["rating", "item__number"]
        constraints = [
            once("receipt_once", "rating", "item", message=_("这一项已经有凭证。")),
            within("receipt_points_in_range", "points", 0, F("most"), _("得分在 0 和分值之间。")),
            within(
                "receipt_computed_in_range", "computed_points", 0, F("most"),
                _("计算得分在 0 和分值之间。"),
            ),
            within(
                "receipt_township_in_range", "township_points", 0, F("most"),
                _("自评分在 0 和分值之间。"),
            ),
            within(
                "receipt_county_in_range", "county_points", 0, F("most"),
                _("县级评分在 0 和分值之间。"),
            ),
            within(
                "receipt_decided_in_range", "decided_points", 0, F("most"),
                _("裁定得分在 0 和分值之间。"),
            ),
            together(
                "receipt_computed_sourced", "computed_points", "computed_value",
                _("计算得分要写明数据值。"),
            ),
            check("receipt_county_reasoned", Q(county_points=None) | ~Q(county_reason=""),
                 _("县级改动评分要写明理由。")),
            check("receipt_decided_reasoned", Q(decided_points=None) | ~Q(decided_reason=""),
                 _("裁定改动评分要写明理由。")),
            check("receipt_last_word_counts",
                 Q(points=Coalesce("decided_points", "county_points", "computed_points",
                                   "township_points")),
                 _("得分须等于最后一次评定的分数。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.item} {self.points}/{self.most}"
