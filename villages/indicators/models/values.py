"""What villages say to an indicator."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.indicators.models.definitions import IndicatorDefinition
from villages.indicators.querysets import ValueRows
from villages.ledgers.constraints import a_month, at_most, check, needs, once
from villages.ledgers.models import VillageRow

PERIOD = r"^20[0-9]{2}($|Q[1-4]$|H[12]$|-(0[1-9]|1[0-2])(-[0-3][0-9])?$)"


class IndicatorValue(VillageRow):
    """One village's value of one indicator for one period; no row means it was not given.

    `period` is `2026-10`, `2026Q4`, `2026H2`, `2026` or, for an indicator as of a day,
    `2026-10-31`; `month` is the last month it touches, whose closing guards the row. A share
    keeps its numerator in `value` and its denominator in `base`; a yes or no stands in `is_yes`.
    """

    definition = models.ForeignKey(
        IndicatorDefinition, models.PROTECT, related_name="+", verbose_name=_("指标")
    )
    period = models.CharField(_("统计期"), max_length=10)
    month = models.PositiveIntegerField(_("所属月份"), editable=False)
    value = models.DecimalField(_("数值"), max_digits=18, decimal_places=4, null=True, blank=True)
    base = models.DecimalField(_("分母"), max_digits=18, decimal_places=4, null=True, blank=True)
    is_yes = models.BooleanField(_("是"), null=True, blank=True)

    objects: ClassVar[Any] = ValueRows.as_manager()

    class Meta:
        db_table = "villages_indicators_value"
        verbose_name = _("指标值")
        verbose_name_plural = _("指标值")
        ordering = ["definition", "-month", "village"]
        indexes = [models.Index(fields=["definition", "period", "village"], name="value_by_period")]
        constraints = [
            once(
                "value_once", "village", "definition", "period",
                message=_("这个村该期的这项指标已经填报。"),
            ),
            check(
                "value_number_or_answer",
                Q(value__isnull=False, is_yes=None) | Q(value=None, is_yes__isnull=False),
                _("请填写数值;“是否”类指标请填写是或否,两者只填一个。"),
            ),
            check("value_base_positive", Q(base__gt=0), _("分母应大于 0;没有分母的不填。")),
            needs("value_base_needs_value", "base", "value", _("请填写分子。")),
            at_most("value_not_above_base", "value", "base", _("分子不能大于分母。")),
            check(
                "value_share_not_negative", Q(base=None) | Q(value__gte=0), _("分子不能为负数。")
            ),
            check(
                "value_period_form",
                Q(period__regex=PERIOD),
                _("统计期应写成 2026-10、2026Q4、2026H2、2026 或 2026-10-31。"),
            ),
            a_month("value_month_real", "month", _("月份不在范围内。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.definition} {self.period}"
