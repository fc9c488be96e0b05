"""What exactly is asked of a unit."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.models import RectificationCase
from rectification.supervision.choices import Comparison
from rectification.supervision.models.belonging import PartRow
from villages.indicators.models import IndicatorDefinition
from villages.ledgers.constraints import check, filled, one_of
from villages.models import Village


class OrderItem(PartRow):
    """One matter of a unit's part: about a village or about the unit, with the data it rests on.

    Where `indicator` stands the matter is settled by that figure of the village, not by prose:
    `comparison` and `goal` say when it is enough.
    """

    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("村")
    )
    case = models.ForeignKey(
        RectificationCase, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("整顿"),
    )  # fmt: skip
    text = models.CharField(_("事项"), max_length=500)
    data = models.CharField(_("数据"), max_length=300, blank=True, default="")
    indicator = models.ForeignKey(
        IndicatorDefinition, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("办结指标"),
    )  # fmt: skip
    comparison = models.CharField(
        _("办结条件"), max_length=3, choices=Comparison.choices, blank=True, default=""
    )
    goal = models.DecimalField(
        _("办结标准"), max_digits=18, decimal_places=4, null=True, blank=True
    )

    class Meta:
        db_table = "supervision_item"
        verbose_name = _("督办事项")
        verbose_name_plural = _("督办事项")
        ordering = ["unit", "id"]
        constraints = [
            filled("order_item_said", "text", _("请写明事项。")),
            one_of("order_item_compared", "comparison", Comparison, blank=True),
            check(
                "order_item_goal",
                Q(indicator=None, goal=None, comparison="")
                | (
                    Q(indicator__isnull=False, goal__isnull=False, village__isnull=False)
                    & ~Q(comparison="")
                ),
                _("按指标办结的,应写明村、指标、条件和标准。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text
