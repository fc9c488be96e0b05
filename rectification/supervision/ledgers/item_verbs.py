"""Items are added to a unit's part while its order is a draft."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions import drafting
from rectification.supervision.choices import Comparison, UnitKind
from rectification.supervision.models import OrderUnit
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.sides import is_house
from rectification.supervision.states import OPEN_DRAFTS
from villages.common import clock
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.indicators.models import IndicatorDefinition
from villages.ledgers.declaring import Ask, Verb
from villages.models import Village


def _is_open(user: Any, order: Any) -> bool:
    return order.status in OPEN_DRAFTS and is_house(user, order)


def _villages(row: OrderUnit) -> Any:
    rows = Village.objects.in_county(row.county_code).on(clock.today())
    if row.unit_kind == UnitKind.TOWNSHIP:
        rows = rows.filter(township__code=row.unit_code)
    return rows.select_related("township").order_by("code")


def _village_options(row: OrderUnit) -> Iterable[tuple[str, str]]:
    return [(one.code, f"{one.township.name} {one.name}") for one in _villages(row)]


def _indicators(row: OrderUnit) -> Any:
    rows = IndicatorDefinition.objects.in_county(row.county_code).in_force(clock.today())
    return rows.order_by("name")


def _indicator_options(row: OrderUnit) -> Iterable[tuple[str, str]]:
    return [(one.uid, f"{one.name}({one.unit})") for one in _indicators(row)]


def _add_item(
    row: OrderUnit, *, by: Any, text: str, village: str = "", data: str = "", indicator: str = "",
    comparison: str = "", goal: Any = None,
) -> OrderUnit:  # fmt: skip
    """The village is named by code, the indicator by its key."""
    drafting.add_item(
        row, by=by, text=text, data=data or "", comparison=comparison or "",
        goal=_number(goal), village=_one(_villages(row), "village", code=village or ""),
        indicator=_one(_indicators(row), "indicator", uid=indicator or ""),
    )  # fmt: skip
    return row


def _number(given: Any) -> Decimal | None:
    try:
        return None if given in (None, "") else Decimal(str(given))
    except InvalidOperation as error:
        raise DomainError("goal_no_number", say("办结标准应为数字。"), goal="") from error


def _one(rows: Any, name: str, **lookup: str) -> Any:
    if not all(lookup.values()):
        return None
    found = rows.filter(**lookup).first()
    if found is None:
        words = say("没有找到,或不在这个承办单位的范围内。")
        raise DomainError(f"{name}_unknown", words, **{name: words})
    return found


ADD_ITEM = Verb(
    "add-item", _("添加事项"), "add an item", act=_add_item, may=may_draft_orders,
    offered=lambda user, row: _is_open(user, row.order),
    explains=_("每个承办单位只看到自己的事项和数据。写了办结指标的,指标达到标准才能核查通过。"),
    asks=(
        Ask("text", _("事项"), "the matter", most=500, wide=True),
        Ask("village", _("村"), "code of the village", required=False, most=12,
            options=_village_options, about_en="Twelve digits; inside the unit's township."),
        Ask("data", _("数据"), "data that it rests on", required=False, most=300, wide=True,
            about_zh=_("事项依据的数,写明时间和来源。"),
            about_en="Figures that it rests on, with their day and source."),
        Ask("indicator", _("办结指标"), "key of the indicator", required=False, most=32,
            options=_indicator_options, about_zh=_("指标、条件、标准和村要一起填。"),
            about_en="Indicator, comparison, goal and village go together."),
        Ask("comparison", _("办结条件"), "comparison", Kind.CHOICE, required=False,
            choices=Comparison.choices),
        Ask("goal", _("办结标准"), "goal", Kind.DECIMAL, required=False),
    ),
)  # fmt: skip
