"""The assessment of stationed teams out of ten, by the county, with grounds."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import ListRow
from cadres.rules.assessment import FULL_MARKS
from villages.ledgers.constraints import check, filled, once, within
from villages.ledgers.models import VillageRow, VillageRows
from villages.querysets import ScopedQuerySet, ScopePath


class AssessmentItem(ListRow):
    """An item of the ten-point scheme (十分制); the items in force on a day add up to ten."""

    max_points = models.DecimalField(_("分值"), max_digits=3, decimal_places=1)

    class Meta(ListRow.Meta):
        verbose_name = _("十分制项目")
        verbose_name_plural = _("十分制项目")
        constraints = [
            *ListRow.Meta.constraints,
            check(
                "assessmentitem_points",
                Q(max_points__gt=0, max_points__lte=FULL_MARKS),
                _("分值应大于 0,不超过 10。"),
            ),
        ]


class TeamAssessment(VillageRow):
    """The points of one village's team in one quarter or half-year, given by the county.

    `period` is a code such as `2026Q3` or `2026H2`. `total` is the sum of the item points.
    """

    period = models.CharField(_("考核周期"), max_length=6)
    total = models.DecimalField(_("总分"), max_digits=3, decimal_places=1)
    assessed_on = models.DateField(_("评分日期"))
    assessed_by = models.CharField(_("评分人"), max_length=40)

    objects: ClassVar[Any] = VillageRows.as_manager()

    class Meta:
        verbose_name = _("驻村工作队考核")
        verbose_name_plural = _("驻村工作队考核")
        ordering = ["-period", "village", "id"]
        constraints = [
            once("assessment_once", "village", "period", message=_("该村工作队这个周期已经评分。")),
            within("assessment_total", "total", 0, FULL_MARKS, _("总分应在 0 到 10 之间。")),
            check(
                "assessment_period",
                Q(period__startswith="20") & (Q(period__contains="Q") | Q(period__contains="H")),
                _("考核周期应为季度或半年,例如 2026Q3、2026H2。"),
            ),
            filled("assessment_has_name", "assessed_by", _("评分人不能为空。")),
        ]

    def __str__(self) -> str:
        return f"{self.village} {self.period}"


class PointRows(ScopedQuerySet):
    """Points of teams, seen by whoever covers their village."""

    scope_path = ScopePath(
        "assessment__county_code",
        "assessment__village__township__code",
        "assessment__village__code",
    )


class AssessmentPoints(models.Model):
    """What one item was given, and on what grounds; `max_points` is the item's on that day."""

    assessment = models.ForeignKey(TeamAssessment, models.CASCADE, related_name="points")
    item = models.ForeignKey(AssessmentItem, models.PROTECT, related_name="+")
    max_points = models.DecimalField(_("分值"), max_digits=3, decimal_places=1)
    points = models.DecimalField(_("得分"), max_digits=3, decimal_places=1)
    grounds = models.CharField(_("评分依据"), max_length=300)

    objects = PointRows.as_manager()

    class Meta:
        verbose_name = _("考核得分")
        verbose_name_plural = _("考核得分")
        ordering = ["item__position", "id"]
        constraints = [
            once("points_once", "assessment", "item", message=_("这一项已经评分。")),
            within("points_fit", "points", 0, F("max_points"), _("得分应在 0 到该项分值之间。")),
            filled("points_have_grounds", "grounds", _("评分依据不能为空。")),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.points}"
