"""What an order comes from, for whoever may see that too; and the orders that come from a row."""

from typing import Any

from rectification.models import RectificationCase
from rectification.supervision.choices import Origin
from rectification.supervision.models import Finding, GroupMeeting, SupervisionOrder, Voice

_ROWS: dict[str, Any] = {
    Origin.CASE: RectificationCase,
    Origin.FINDING: Finding,
    Origin.VOICE: Voice,
    Origin.MEETING: GroupMeeting,
}


def origin_of(order: SupervisionOrder, user: Any) -> tuple[str, str]:
    """Words and address of the origin; without an address where the person does not see it.

    A query for orders that come from a row.
    """
    words, model = str(order.get_origin_display()), _ROWS.get(order.origin)
    if model is None or not order.origin_uid:
        return words, ""
    row = model.objects.visible_to(user).filter(uid=order.origin_uid).first()
    return (f"{words}:{row}", row.get_absolute_url()) if row else (words, "")


def orders_from(row: Any, origin: Origin, user: Any) -> Any:
    """Orders that the person sees and that come from this row, the newest first."""
    rows = SupervisionOrder.objects.visible_to(user)
    return rows.filter(origin=origin, origin_uid=row.uid).order_by("-id")
