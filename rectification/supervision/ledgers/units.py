"""Units' parts of orders."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.extending import ask_time
from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.ledgers.asks import ASK_TIME
from rectification.supervision.ledgers.climbing import ESCALATE
from rectification.supervision.ledgers.item_verbs import ADD_ITEM
from rectification.supervision.ledgers.light_filter import Lit
from rectification.supervision.ledgers.steps import unit_verbs
from rectification.supervision.ledgers.waits import Waits
from rectification.supervision.models import OrderUnit
from rectification.supervision.perms import may_answer_orders, may_see_orders
from rectification.supervision.sides import is_unit
from rectification.supervision.states import LIVE, OWING
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Chart, Item, Ledger, Part, Verb
from villages.rest.fields import Field

_YES_NO = (("true", _("是")), ("false", _("否")))


def _late(rows: Any, on: date) -> Any:
    """Rows with whether the unit is waited for after its day, and whether it is under way."""
    late = Q(status__in=OWING, due_on__lt=on)
    return rows.annotate(
        overdue=_flag(late), live=_flag(Q(status__in=LIVE)), order_kind=F("order__kind"),
        issued_on=F("order__issued_on"),
    )  # fmt: skip


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))


def _flag_filter(label: Any) -> Any:
    return django_filters.TypedChoiceFilter(
        label=label, choices=_YES_NO, coerce=lambda value: value == "true"
    )


def _may_ask(user: Any, row: OrderUnit) -> bool:
    waits = row.orderextensions.filter(answer=ExtensionAnswer.WAITING)
    return row.status in OWING and is_unit(user, row) and not waits.exists()


ASK = Verb(
    "ask-time", _("申请延期"), "ask for more time", act=ask_time, asks=ASK_TIME,
    may=may_answer_orders, offered=_may_ask,
    explains=_("签发单位同意以后时限才改变,请在到期以前申请。"),
)  # fmt: skip
UNITS = Ledger(
    key="order-units",
    hub="orders",
    model=OrderUnit,
    title=_("承办情况"),
    one=_("承办"),
    title_en="units' parts of orders",
    one_en="unit's part of an order",
    page="supervision:unit",
    items=(
        Item("order", by="subject", asked=False, width=30),
        Item("unit_name", asked=False, width=16),
        Item("unit_kind", chosen=True, asked=False, shown=False),
        Item("unit_code", asked=False, kind=Kind.CODE, shown=False),
        Item("department", asked=False, listed=False),
        Item("role", chosen=True, asked=False, width=6),
        Item("person", asked=False, shown=False),
        Item("status", chosen=True, asked=False, width=8),
        Item("status_since", asked=False, shown=False),
        Item("first_due_on", asked=False, shown=False),
        Item("due_on", chosen=True, asked=False),
        Item("received_on", asked=False, shown=False),
        Item("received_by", asked=False, shown=False),
        Item("replied_on", chosen=True, asked=False, shown=False),
        Item("return_count", asked=False, width=6),
        Item("extension_count", asked=False, shown=False, width=6),
        Item("verified_on", asked=False, shown=False),
        Item("verified_by", asked=False, shown=False),
        Item("verified_text", asked=False, wide=True, listed=False),
        Item("closed_on", chosen=True, asked=False, shown=False),
        Item("satisfaction", chosen=True, asked=False, shown=False),
    ),
    natural_key=("order", "unit_name"),
    order=("due_on", "order", "id"),
    may_read=may_see_orders,
    writable=False,
    removable=False,
    imported=False,
    annotate=_late,
    columns=(
        Column("from_name", _("签发单位"), path="order__from_name", visible=False, width=16),
        Column("overdue", _("逾期"), kind=Kind.BOOLEAN, width=6,
               help=_("轮到承办单位办,已过办理时限。")),
    ),
    criteria={
        "overdue": _flag_filter(_("逾期")),
        "live": _flag_filter(_("未办结")),
        "waits": Waits(),
        "light": Lit(),
        "unit_name": django_filters.CharFilter(label=_("承办单位")),
        "from_code": django_filters.CharFilter(field_name="order__from_code",
                                               label=_("签发单位代码")),
    },
    answers=(
        Field("order_kind", "文种", "Kind of the order"),
        Field("from_code", "签发单位代码", "Code of the issuing house", Kind.CODE,
              source="order__from_code", filters=("exact",)),
        Field("issued_on", "签发日期", "Day of issuing", Kind.DATE, nullable=True),
        Field("overdue", "逾期", "Waited for after its day", Kind.BOOLEAN, filters=("exact",)),
    ),
    verbs=(*unit_verbs(), ASK, ESCALATE, ADD_ITEM),
    parts=(
        Part("order-items", "unit"), Part("order-replies", "unit"),
        Part("order-extensions", "unit"),
    ),
    charts=(
        Chart("states", _("按状态"), by="status", unit=_("家")),
        Chart("roles", _("按分工"), by="role", unit=_("家")),
    ),
    search=("unit_name", "order__subject"),
    names=lambda row: f"{row.unit_name}:{row.order}",
    empty=_("还没有承办单位。单子签发以后,各承办单位的办理情况显示在这里。"),
)  # fmt: skip
LEDGERS = (UNITS,)
