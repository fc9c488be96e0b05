"""The orders themselves."""

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.supervision.ledgers.order_rows import ADDRESS, begin, drafted, on_paper
from rectification.supervision.ledgers.order_rows import while_draft as draft
from rectification.supervision.ledgers.steps import order_verbs
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.perms import may_draft_orders, may_see_orders
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Chart, Item, Ledger, Part
from villages.rest.fields import Field

ORDERS = Ledger(
    key="orders",
    hub="orders",
    model=SupervisionOrder,
    title=_("督办单"),
    one=_("督办单"),
    title_en="supervision orders",
    one_en="supervision order",
    page="supervision:order",
    items=(
        Item("subject", open=draft, wide=True, width=30),
        Item("kind", chosen=True, open=draft),
        Item("urgency", chosen=True, open=draft, width=8),
        Item("status", chosen=True, asked=False, width=8),
        Item("from_name", asked=False, width=16),
        Item("from_code", asked=False, kind=Kind.CODE, shown=False),
        Item("prefix", asked=False, listed=False),
        Item("year", chosen=True, asked=False, shown=False, width=6),
        Item("number", asked=False, shown=False, width=6),
        Item("basis", open=draft, wide=True, listed=False),
        Item("problem", open=draft, wide=True, listed=False),
        Item("requirement", open=draft, wide=True, listed=False),
        Item("feedback", open=draft, listed=False),
        Item("instruction", open=draft, wide=True, listed=False),
        Item("due_on", open=draft),
        Item("urgent_by", open=draft, listed=False),
        Item("short_notice", chosen=True, asked=False, shown=False),
        Item("origin", chosen=True, asked=False, shown=False),
        Item("author_name", asked=False, shown=False),
        Item("checked_by", asked=False, shown=False),
        Item("checked_on", asked=False, shown=False),
        Item("issued_by", asked=False, shown=False),
        Item("issued_on", chosen=True, asked=False),
        Item("closed_on", asked=False, shown=False),
        Item("revoked_on", asked=False, shown=False),
        Item("revoked_reason", asked=False, wide=True, listed=False),
    ),
    natural_key=("kind", "subject", "year"),
    order=("-issued_at", "-id"),
    may_read=may_see_orders,
    may_write=may_draft_orders,
    removable=False,
    imported=False,
    annotate=on_paper,
    columns=(
        Column(
            "number_shown", _("编号"), path="printed_number", width=20,
        ),
    ),
    criteria={
        "number": django_filters.NumberFilter(label=_("序号")),
        "from_code": django_filters.CharFilter(label=_("签发单位代码")),
    },
    answers=(
        Field("number_shown", "编号", "Number as printed; empty before it is issued",
              source="printed_number"),
        Field("issued_at", "签发时间", "Instant of issuing", Kind.INSTANT, nullable=True),
        Field("origin_key", "来源编号", "Key of what the order comes from", source="origin_uid",
              filters=("exact",)),
        Field("previous", "升级自", "Part of an earlier order that went unanswered",
              source="previous__uid", nullable=True),
    ),
    settle=begin,
    after=drafted,
    verbs=(*order_verbs(), ADDRESS),
    parts=(Part("order-units", "order"), Part("order-events", "order")),
    charts=(
        Chart("states", _("按状态"), by="status", unit=_("张")),
        Chart("kinds", _("按文种"), by="kind", unit=_("张")),
    ),
    search=("subject", "problem", "requirement"),
    empty=_("还没有督办单。起草、审核、签发以后,承办单位在这里看到。"),
)  # fmt: skip
LEDGERS = (ORDERS,)
