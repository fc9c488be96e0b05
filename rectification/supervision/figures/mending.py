"""Whether what a finding led to is over: then it can be confirmed as mended, or waits anew."""

from typing import Any

from django.db.models import Q

from rectification.states import OFF_THE_LIST, CaseStatus
from rectification.supervision.inspection_states import FindingStatus
from rectification.supervision.states import OrderStatus, UnitStatus

# The unit's part is closed, or the case is off the list.
SETTLED = Q(status=FindingStatus.ORDERED, order_item__unit__status=UnitStatus.CLOSED) | Q(
    status=FindingStatus.CASED, case__status__in=OFF_THE_LIST
)


def is_settled(row: Any) -> bool:
    """Whether order or case came to its end: “可以确认整改”. A query for the order or the case."""
    return bool(type(row)._default_manager.filter(SETTLED, pk=row.pk).exists())


def is_free(row: Any) -> bool:
    """Whether order or case came to nothing: dropped, revoked, withdrawn."""
    if row.order_item_id:
        unit = row.order_item.unit
        dropped = unit.order.status == OrderStatus.DROPPED
        return bool(dropped or unit.status == UnitStatus.REVOKED)
    return bool(row.case_id and row.case.status == CaseStatus.WITHDRAWN)
