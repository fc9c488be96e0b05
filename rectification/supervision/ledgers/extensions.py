"""Requests for more time."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.checks import happened
from rectification.supervision.actions import extending
from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.models import OrderExtension
from rectification.supervision.perms import may_see_orders, may_settle_orders
from rectification.supervision.sides import is_house
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Ask, Item, Ledger, Verb
from villages.rest.fields import Field


def _waits(user: Any, row: OrderExtension) -> bool:
    return row.answer == ExtensionAnswer.WAITING and is_house(user, row.unit.order)


_DAY = Ask("on", _("审批日期"), "answered on", Kind.DATE)
GRANT = Verb(
    "grant", _("同意延期"), "grant", act=happened(extending.grant), may=may_settle_orders,
    offered=_waits, explains=_("同意后办理时限即改为申请的日期。"), many=True,
    asks=(_DAY, Ask("text", _("审批意见"), "words", required=False, most=300, wide=True)),
)  # fmt: skip
REFUSE = Verb(
    "refuse", _("不同意延期"), "refuse", act=happened(extending.refuse), may=may_settle_orders,
    offered=_waits, danger=True,
    asks=(_DAY, Ask("text", _("不同意的理由"), "reason", most=300, wide=True)),
)  # fmt: skip
EXTENSIONS = Ledger(
    key="order-extensions",
    hub="orders",
    model=OrderExtension,
    title=_("督办延期"),
    one=_("延期申请"),
    title_en="extensions of orders",
    one_en="request for more time",
    items=(
        Item("unit", by="unit_name", asked=False, width=16),
        Item("ordinal", asked=False, width=6),
        Item("asked_on", asked=False),
        Item("old_due_on", asked=False),
        Item("new_due_on", asked=False),
        Item("reason", asked=False, wide=True, width=30),
        Item("asked_by", asked=False, shown=False),
        Item("answer", chosen=True, asked=False),
        Item("answered_on", asked=False, shown=False),
        Item("answered_by", asked=False),
        Item("answer_text", asked=False, wide=True, shown=False),
    ),
    natural_key=("unit", "ordinal"),
    order=("-asked_on", "-id"),
    may_read=may_see_orders,
    writable=False,
    removable=False,
    imported=False,
    columns=(Column("order_subject", _("督办单"), path="unit__order__subject", width=30),),
    answers=(Field("order", "督办单", "Key of the order", source="unit__order__uid"),),
    criteria={
        "from_code": django_filters.CharFilter(
            field_name="unit__order__from_code", label=_("签发单位代码")
        ),
    },
    verbs=(GRANT, REFUSE),
    names=lambda row: f"{row.unit.unit_name} {row}",
    empty=_("还没有延期申请。到期办不完的,由承办单位在到期前申请并说明理由。"),
)
LEDGERS = (EXTENSIONS,)
