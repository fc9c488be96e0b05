"""What happened to orders: read only."""

from typing import Any

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat, Trim
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import OrderEvent
from rectification.supervision.perms import may_see_orders
from villages.common.columns import Column
from villages.ledgers.declaring import Item, Ledger
from villages.rest.fields import Field


def _told(rows: Any, _on: Any) -> Any:
    """Events are never changed: they have one version and no source."""
    text = TextField()
    words = Trim(Concat(Cast("reason", text), Value(" "), Cast("text", text), output_field=text))
    return rows.annotate(words=words, version=Value(1), source=Value("", output_field=text))


EVENTS = Ledger(
    key="order-events",
    hub="orders",
    model=OrderEvent,
    title=_("督办经过"),
    one=_("经过"),
    title_en="events of orders",
    one_en="event of an order",
    items=(
        Item("order", by="subject", asked=False, width=30),
        Item("unit", by="unit_name", asked=False, width=16),
        Item("step", asked=False, width=16),
        Item("from_status", asked=False, shown=False),
        Item("to_status", asked=False),
        Item("on", asked=False, chosen=True),
        Item("by_name", asked=False),
        Item("at", asked=False, shown=False),
    ),
    natural_key=("order", "at"),
    order=("-on", "-at"),
    may_read=may_see_orders,
    writable=False,
    removable=False,
    imported=False,
    annotate=_told,
    columns=(Column("words", _("说明"), width=36),),
    answers=(Field("words", "说明", "Reason and remark"),),
    search=("by_name",),
    empty=_("还没有经过。每办理一步,这里记一条。"),
)
LEDGERS = (EVENTS,)
