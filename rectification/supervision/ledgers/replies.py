"""What units answered, and what became of it: read only."""

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import OrderReply
from rectification.supervision.perms import may_see_orders
from villages.common.columns import Column
from villages.ledgers.declaring import Chart, Item, Ledger
from villages.rest.fields import Field

REPLIES = Ledger(
    key="order-replies",
    hub="orders",
    model=OrderReply,
    title=_("督办反馈"),
    one=_("反馈"),
    title_en="replies to orders",
    one_en="reply to an order",
    items=(
        Item("unit", by="unit_name", asked=False, width=16),
        Item("seq", asked=False, width=6),
        Item("replied_on", chosen=True, asked=False),
        Item("replied_by", asked=False),
        Item("text", asked=False, wide=True, width=40),
        Item("is_done", chosen=True, asked=False, width=6),
        Item("undone_reason", asked=False, wide=True, shown=False),
        Item("evidence", asked=False, wide=True, shown=False),
        Item("answer", chosen=True, asked=False),
        Item("answered_on", chosen=True, asked=False, shown=False),
        Item("answered_by", asked=False, shown=False),
        Item("reason", chosen=True, asked=False, shown=False),
        Item("answer_text", asked=False, wide=True, shown=False),
    ),
    natural_key=("unit", "seq"),
    order=("-replied_on", "-id"),
    may_read=may_see_orders,
    writable=False,
    removable=False,
    imported=False,
    columns=(Column("order_subject", _("督办单"), path="unit__order__subject", width=30),),
    answers=(Field("order", "督办单", "Key of the order", source="unit__order__uid"),),
    criteria={
        "reason": django_filters.CharFilter(label=_("退回原因")),
        "unit_name": django_filters.CharFilter(field_name="unit__unit_name", label=_("承办单位")),
    },
    charts=(Chart("answers", _("按核查结果"), by="answer", unit=_("次")),),
    search=("text", "unit__unit_name"),
    names=lambda row: f"{row.unit.unit_name} {row}",
    empty=_("还没有反馈。承办单位签收后在这里写明办理情况。"),
)
LEDGERS = (REPLIES,)
