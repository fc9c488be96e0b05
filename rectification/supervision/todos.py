"""What of supervision waits for a person.

A person without live orders pays nothing for them on the first page.
"""

from collections.abc import Iterable
from typing import Any

from rectification.supervision.models import SupervisionOrder
from rectification.supervision.perms import may_see_orders
from rectification.supervision.states import OrderStatus
from rectification.supervision.waiting import inspections, notices, orders, tasks, voices
from villages.common.registries import TodoItem, TodoSource

PARTS = (orders,)
_LIVE = (OrderStatus.DRAFT, OrderStatus.REVIEWED, OrderStatus.ISSUED)


def _live(user: Any) -> Any:
    return SupervisionOrder.objects.visible_to(user).filter(status__in=_LIVE)


def _waiting(user: Any) -> Iterable[TodoItem]:
    """The items of all parts that this person may have. The queries of the parts."""
    for part in PARTS:
        for source in part.TODOS:
            if source.allowed(user):
                yield from source.items(user)


TODOS = (
    TodoSource("orders", may_see_orders, _waiting, _live),
    *voices.TODOS,
    *inspections.TODOS,
    *tasks.TODOS,
    *notices.TODOS,
)
