"""What happened to an order, for its page."""

from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import OrderEvent, SupervisionOrder
from rectification.supervision.states import BY_KEY, ISSUE, REVOKE
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address

# Events that are no step of the table.
OTHER_EVENTS = {
    "drafted": _("起草"),
    "extension-asked": _("申请延期"),
    "extended": _("同意延期"),
    "extension-refused": _("不同意延期"),
    "escalated": _("起草升级文种"),
}
_BAD = frozenset({"send-back", "return", "extension-refused", "escalated"})
_GOOD = frozenset({"issue", "verify", "close", "extended"})
SHOWN = 30


def timeline(order: SupervisionOrder, user: Any) -> tuple[list[dict[str, Any]], str]:
    """The newest events that the person may see, and the list of all of them. One query."""
    rows = OrderEvent.objects.visible_to(user).filter(order=order).select_related("unit")
    # Issuing and revoking stand once, for the whole paper.
    rows = rows.exclude(step__in=(ISSUE.key, REVOKE.key), unit__isnull=False)
    url = f"{address(ledgers()['order-events'])}?{urlencode({'order': order.uid})}"
    return [_event(one) for one in rows.order_by("-id")[:SHOWN]], url


def _event(one: OrderEvent) -> dict[str, Any]:
    step = BY_KEY.get(one.step)
    label = step.label if step else OTHER_EVENTS.get(one.step, one.step)
    return {
        "when": one.on.isoformat(),
        "who": one.by_name,
        "title": f"{one.unit.unit_name} {label}" if one.unit else label,
        "detail": " ".join(filter(None, [one.reason, one.text])),
        "tone": _tone(one.step, danger=bool(step and step.danger)),
    }


def _tone(key: str, *, danger: bool) -> str:
    if danger or key in _BAD:
        return "bad"
    return "done" if key in _GOOD else "info"
