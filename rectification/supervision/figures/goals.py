"""Items that hang on a figure: how far the village is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import ge, le

from django.utils.translation import gettext as _

from rectification.supervision.choices import Comparison
from rectification.supervision.models import OrderItem, OrderUnit
from villages.common.shares import percent
from villages.indicators.checking import plain
from villages.indicators.choices import IndicatorKind
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import read_span
from villages.models import Village

_COMPARE = {Comparison.AT_LEAST: ge, Comparison.AT_MOST: le}


@dataclass(frozen=True)
class Goal:
    """An item, the village's newest value (None: not given yet) with its period, and whether it
    is enough. A yes counts as 1, a no as 0, a share in percent."""

    item: OrderItem
    village: Village
    indicator: IndicatorDefinition
    value: Decimal | None = None
    period: str = ""

    @property
    def is_met(self) -> bool:
        """What is not known is not met."""
        goal, how = self.item.goal, Comparison(self.item.comparison)
        return self.value is not None and goal is not None and _COMPARE[how](self.value, goal)

    @property
    def words(self) -> str:
        """Village, figure, where it stands and what is asked."""
        indicator, goal = self.indicator, self.item.goal or Decimal(0)
        return _("%(village)s“%(name)s”%(now)s,应%(how)s %(goal)s%(unit)s") % {
            "village": self.village.name, "name": indicator.name, "now": self._now(),
            "how": self.item.get_comparison_display(), "goal": plain(goal),
            "unit": _unit(indicator),
        }  # fmt: skip

    def _now(self) -> str:
        if self.value is None:
            return _("还没有填报")
        told = {"period": self.period, "value": plain(self.value)}
        unit = _unit(self.indicator)
        return _("%(period)s为 %(value)s") % told + unit


def goals_of(part: OrderUnit, on: date) -> list[Goal]:
    """The items of a part that hang on a figure, as of a day. At most one query an item."""
    items = OrderItem.objects.filter(unit=part).select_related("indicator", "village")
    found = (goal_of(one, on) for one in items)
    return [one for one in found if one is not None]


def goal_of(item: OrderItem, on: date) -> Goal | None:
    """How far one item is: the newest value of its indicator; None for items in prose. One query.

    Where the indicator got a new edition meanwhile that counts the same kind of thing, its
    values hold too: the old edition gets none any more.
    """
    one, village = item.indicator, item.village
    if one is None or village is None:
        return None
    rows = IndicatorValue.objects.filter(
        village=village, month__lte=on.year * 100 + on.month,
        definition__county_code=one.county_code, definition__stem=one.stem,
        definition__kind=one.kind, definition__unit=one.unit,
    )  # fmt: skip
    newest = rows.select_related("definition").order_by("-month", "-period", "-definition__edition")
    return goal_from(item, village, one, newest.first())


def goal_from(
    item: OrderItem, village: Village, indicator: IndicatorDefinition, row: IndicatorValue | None
) -> Goal:
    """The item held against the newest value that was found, if any."""
    if row is None:
        return Goal(item, village, indicator)
    label = read_span(row.definition.rhythm, row.period).label
    return Goal(item, village, indicator, _value(row), label)


def _value(row: IndicatorValue) -> Decimal | None:
    if row.is_yes is not None:
        return Decimal(int(row.is_yes))
    if row.definition.kind != IndicatorKind.SHARE:
        return Decimal(row.value) if row.value is not None else None
    return percent(row.value or 0, row.base) if row.base else None


def _unit(indicator: IndicatorDefinition) -> str:
    if indicator.kind == IndicatorKind.SHARE:
        return "%"
    return "" if indicator.kind == IndicatorKind.YES_NO else f" {indicator.unit}"
