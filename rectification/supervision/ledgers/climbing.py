"""The next rung, asked for by a person before the calendar does."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.climbing import draft_next
from rectification.supervision.models import OrderUnit
from rectification.supervision.perms import may_draft_orders
from rectification.supervision.sides import is_house
from rectification.supervision.states import OrderStatus
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Verb


def _climb(row: OrderUnit, *, by: Any, on: date) -> OrderUnit:
    draft_next(row, by=by, on=on)
    return row


def may_climb(user: Any, row: OrderUnit) -> bool:
    """Overdue, of the person's house, and not escalated yet. A query for overdue parts."""
    if not (row.is_overdue(clock.today()) and is_house(user, row.order)):
        return False
    return not row.escalations.exclude(status=OrderStatus.DROPPED).exists()


ESCALATE = Verb(
    "escalate", _("起草升级文种"), "draft the next rung", act=_climb, may=may_draft_orders,
    offered=may_climb,
    explains=_("按文种规则起草下一个文种的草稿,带上这个单位的事项,由人审核签发后才发出。"),
    asks=(Ask("on", _("起草日期"), "drafted on", Kind.DATE),),
)  # fmt: skip
