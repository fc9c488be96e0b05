"""What issuing and revoking do to the units' parts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.extending import drop_requests
from rectification.supervision.actions.stepping import event_values, put_on_record
from rectification.supervision.figures.order_rules import due_day
from rectification.supervision.models import OrderEvent, OrderRule, OrderUnit, SupervisionOrder
from rectification.supervision.rules.quiet import is_too_short
from rectification.supervision.states import DONE, ISSUE, REVOKE, UnitStatus
from villages import parameters, workdays
from villages.common.clock import ZONE
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed


@dataclass(frozen=True)
class Days:
    """By when the order is answered, by when each part (by key), and whether that is short."""

    due_on: date
    parts: dict[int, date]
    is_short: bool


def days_of(order: SupervisionOrder, rule: OrderRule, *, on: date, at: datetime) -> Days:
    """The days of an order that goes out. Raises `order_due_past`, `order_too_short`."""
    calendar = workdays.adjusted()
    due_on = order.due_on or due_day(rule, order.urgency, on, calendar)
    rows = OrderUnit.objects.filter(order=order).values_list("pk", "due_on")
    parts = {pk: own or due_on for pk, own in rows}
    first = min(due_on, *parts.values())
    local = at.astimezone(ZONE)
    _refuse_past(first, max(on, local.date()))
    shortest = int(parameters.value("supervision.shortest_hours", on=on, county=order.county_code))
    is_short = is_too_short(local, first, calendar, shortest=shortest)
    if is_short and not order.urgent_by:
        raise _too_short(first, shortest)
    return Days(due_on, parts, is_short)


def send_parts(order: SupervisionOrder, days: Days, *, by: Any, on: date) -> None:
    """Every unit's part waits to be signed for, by its own day."""
    events = []
    for part in OrderUnit.objects.select_for_update().filter(order=order).order_by("pk"):
        before, due_on = part.status, days.parts[part.pk]
        values = {"status": UnitStatus.ISSUED, "status_since": on}
        changed(part, **values, due_on=due_on, first_due_on=due_on)
        told = event_values(order, part, ISSUE.key, by=by, on=on, before=before)
        events.append(OrderEvent(**told))
    OrderEvent.objects.bulk_create(events)


def stop_parts(order: SupervisionOrder, *, by: Any, on: date, text: str) -> None:
    """Parts that are not closed end with their order."""
    rows = OrderUnit.objects.select_for_update().filter(order=order).exclude(status__in=DONE)
    for part in rows.order_by("pk"):
        before = part.status
        changed(part, status=UnitStatus.REVOKED, status_since=on)
        drop_requests(part, by=by, on=on, text=_("单子已撤销。"))
        put_on_record(order, part, REVOKE.key, by=by, on=on, before=before, text=text)


def _refuse_past(due_on: date, today: date) -> None:
    if due_on < today:
        words = _("办理时限 %s 已经过去。") % due_on.isoformat()
        hint = _("请退回修改,重新确定时限。")
        raise DomainError("order_due_past", words, hint, due_on=words)


def _too_short(due_on: date, shortest: int) -> DomainError:
    words = _("办理时限 %(day)s 太近:留给基层的时间不到 %(hours)s 个工作小时,不能下发。") % {
        "day": due_on.isoformat(), "hours": shortest,
    }  # fmt: skip
    hint = _("请退回修改:放宽时限,或者写明紧急事项批准人。")
    return DomainError("order_too_short", words, hint, due_on=words)
