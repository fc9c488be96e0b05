"""What exactly is asked of each unit."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import OrderItem
from rectification.supervision.perms import may_see_orders
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Item, Ledger
from villages.rest.fields import Field

ITEMS = Ledger(
    key="order-items",
    hub="orders",
    model=OrderItem,
    title=_("督办事项"),
    one=_("督办事项"),
    title_en="items of orders",
    one_en="item of an order",
    items=(
        Item("text", asked=False, wide=True, width=40),
        Item("unit", by="unit_name", asked=False, width=16),
        Item("data", asked=False, wide=True, width=30),
        Item("case", by="number", asked=False, shown=False),
        Item("indicator", by="name", asked=False, shown=False, width=20),
        Item("comparison", asked=False, shown=False, width=8),
        Item("goal", asked=False, shown=False),
    ),
    natural_key=("unit", "text"),
    order=("unit", "id"),
    may_read=may_see_orders,
    writable=False,
    removable=False,
    imported=False,
    columns=(
        Column("village_name", _("村"), path="village__name"),
        Column("township", _("乡镇"), path="village__township__name", visible=False),
        Column("order_subject", _("督办单"), path="unit__order__subject", width=30),
    ),
    criteria={
        "village": django_filters.CharFilter(field_name="village__code", label=_("村代码")),
    },
    answers=(
        Field("village", "村", "Code of the village", Kind.CODE, source="village__code",
              pattern="^[0-9]{12}$", nullable=True, filters=("exact",)),
        Field("village_name", "村(名称)", "Name of the village", source="village__name",
              nullable=True),
        Field("order", "督办单", "Key of the order", source="unit__order__uid"),
    ),
    search=("text", "data"),
    names=str,
    empty=_("还没有督办事项。起草时给每个承办单位分别填写。"),
)  # fmt: skip
LEDGERS: tuple[Any, ...] = (ITEMS,)
