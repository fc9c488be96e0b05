"""Values of indicators."""

from django.utils.translation import gettext_lazy as _

from villages.imports.period_cells import period_or_day
from villages.indicators.checking import settle_value, value_faults
from villages.indicators.models import IndicatorValue
from villages.ledgers.declaring import Item, Ledger

VALUES = Ledger(
    key="indicator-values",
    hub="affairs",
    model=IndicatorValue,
    title=_("指标值"),
    one=_("指标值"),
    title_en="indicator values",
    one_en="indicator value",
    items=(
        Item("village", width=14),
        Item("definition", by="label", chosen=True, width=22, fixed=True),
        Item("period", chosen=True, read=period_or_day),
        Item("value"),
        Item("base", shown=False),
        Item("is_yes"),
        Item("month", asked=False, shown=False),
        Item("source", shown=False),
    ),
    natural_key=("village", "definition", "period"),
    order=("-month", "definition__stem", "village__code"),
    month="month",
    check=value_faults,
    settle=settle_value,
    search=("village__name", "definition__name"),
    names=lambda row: f"{row.village.name} {row.definition.name} {row.period}",
    empty=_("还没有填过。在指标的页面里可以一次填完一期的所有村。"),
)
