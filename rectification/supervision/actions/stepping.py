"""The one way in which an order or a part takes a step: locked, allowed, checked, on record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rectification.supervision.actions.standing import require_side
from rectification.supervision.models import OrderEvent, OrderUnit, SupervisionOrder
from rectification.supervision.states import REOPEN, OrderStatus, Step, allowed
from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def take_order(
    order: SupervisionOrder, step: Step, *, by: Any, on: date, text: str = "", reason: str = "",
    values: Mapping[str, Any] | None = None,
) -> SupervisionOrder:  # fmt: skip
    """Moves an order by one step of the table, with its values, an event and a trail entry.

    Raises `order_step`, `order_step_early`, `order_step_future`, `order_side`, `order_own_draft`
    and the words of any constraint that the order would break.
    """
    row = ready_order(order, step, by=by, on=on)
    before = row.status
    changed(row, **(values or {}), status=step.target)
    put_on_record(row, None, step.key, by=by, on=on, before=before, text=text, reason=reason)
    return row


@transaction.atomic
def take_part(
    part: OrderUnit, step: Step, *, by: Any, on: date, text: str = "", reason: str = "",
    values: Mapping[str, Any] | None = None,
) -> OrderUnit:  # fmt: skip
    """Moves a unit's part by one step of the table; refuses as `take_order`."""
    row = ready_part(part, step, by=by, on=on)
    before = row.status
    changed(row, **(values or {}), status=step.target, status_since=on)
    put_on_record(row.order, row, step.key, by=by, on=on, before=before, text=text, reason=reason)
    return row


def ready_order(order: SupervisionOrder, step: Step, *, by: Any, on: date) -> SupervisionOrder:
    """The order as it is now, held, where the person may take the step on this day."""
    row = locked(order)
    require_side(by, step.side, row)
    _require_step(row, step)
    require_day(on, last_day(row))
    return row


def ready_part(part: OrderUnit, step: Step, *, by: Any, on: date) -> OrderUnit:
    """The part as it is now, held with its order, where the person may take the step."""
    row = held_part(part)
    require_side(by, step.side, row.order, row)
    _require_step(row, step)
    require_running(row.order, reopening=step is REOPEN)
    require_day(on, last_day(row.order, row))
    return row


def held_part(part: OrderUnit) -> OrderUnit:
    """The part as it is now. The order is held first: two parts never close it at once."""
    order = locked(part.order)
    row = locked(part)
    row.order = order
    return row


def require_running(order: SupervisionOrder, *, reopening: bool = False) -> None:
    """Parts move while their order is out; a closed one opens again. Raises `order_not_out`."""
    ways = (OrderStatus.ISSUED, OrderStatus.CLOSED) if reopening else (OrderStatus.ISSUED,)
    if order.status not in ways:
        words = _("%(order)s现在是“%(status)s”,不再办理。") % {
            "order": order, "status": order.get_status_display(),
        }  # fmt: skip
        raise DomainError("order_not_out", words, _("请刷新页面后再看。"))


def put_on_record(
    order: SupervisionOrder, part: OrderUnit | None, key: str, *, by: Any, on: date,
    before: str = "", text: str = "", reason: str = "",
) -> OrderEvent:  # fmt: skip
    """An event of the order or of one part, and the trail entry beside it."""
    row = part or order
    event = OrderEvent.objects.create(
        **event_values(order, part, key, by=by, on=on, before=before, text=text, reason=reason)
    )
    record(
        f"order.{key}", row, by=by, reason=" ".join(filter(None, (reason, text))),
        before={"status": before}, after={"status": row.status, "on": on},
    )  # fmt: skip
    return event


def event_values(
    order: SupervisionOrder, part: OrderUnit | None, key: str, *, by: Any, on: date,
    before: str = "", text: str = "", reason: str = "",
) -> dict[str, Any]:  # fmt: skip
    """The columns of an event."""
    return {
        "county_code": order.county_code, "order": order, "unit": part, "step": key,
        "from_status": before, "to_status": (part or order).status, "on": on,
        "at": clock.instant(), "by_name": name_of(by), "reason": reason[:40],
        "text": text[:1000],
    }  # fmt: skip


def name_of(by: Any) -> str:
    """Who it was, as printed."""
    return str(getattr(by, "name", "") or by)[:80]


def require_day(on: date, since: date | None) -> None:
    """Nothing is put on record before it happened, nor before what it follows.

    Raises `order_step_future`, `order_step_early`.
    """
    if on > clock.today():
        words = _("日期不能晚于今天。")
        raise DomainError("order_step_future", words, _("请核对日期。"), on=words)
    if since and on < since:
        words = _("日期早于上一步的日期 %s。") % since.isoformat()
        raise DomainError("order_step_early", words, _("请核对日期。"), on=words)


def last_day(order: SupervisionOrder, part: OrderUnit | None = None) -> date | None:
    """The day of the last thing on record, of the order as a whole or of one part. One query."""
    events = OrderEvent.objects.filter(order=order, unit=part)
    last: date | None = events.aggregate(last=Max("on"))["last"]
    return last


def _require_step(row: Any, step: Step) -> None:
    if allowed(step, row.status):
        return
    ways = "、".join(str(type(one)(one).label) for one in step.sources)
    words = _("%(row)s现在是“%(status)s”,不能办理“%(step)s”。") % {
        "row": row, "status": row.get_status_display(), "step": step.label,
    }  # fmt: skip
    raise DomainError("order_step", words, _("这一步只能从“%s”办理,请刷新页面后再看。") % ways)
