"""Units' parts of orders that left their house, frozen: a part a row."""

from datetime import date
from typing import Any

from django.db.models import Q

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.supervision.choices import OrderKind, Origin, VoiceKind
from rectification.supervision.figures.lateness import days_late
from rectification.supervision.figures.punctual import in_time_by, with_first_reply
from rectification.supervision.models import OrderUnit, Voice
from rectification.supervision.states import LIVE, SENT, UnitStatus
from villages import workdays
from villages.common.workdays import Adjusted

ORDERS = "orders"
_HEADERS = {
    "township_code": "乡镇代码", "unit": "承办单位", "number": "文号", "order": "签发单位和文号",
    "kind": "文种", "subject": "事项", "issued_on": "签发日期", "due_on": "办理时限",
    "status": "状态", "person": "责任人", "issued": "本期签发", "closed": "本期办结",
    "open": "在办", "overdue": "逾期", "days": "逾期工作日", "due": "到期应反馈",
    "in_time": "按期反馈",
}  # fmt: skip


def read_orders(asked: Asked) -> Table:
    """Parts that were issued this year up to the day, closed in the period, or still open; none of
    a complaint. One query and the calendar."""
    on = asked.as_of
    parts = _told_to_all(OrderUnit.objects.in_scope(asked.scope).in_county(asked.county.code))
    found = parts.filter(order__status__in=SENT, order__issued_on__lte=on)
    found = found.exclude(status__in=(UnitStatus.REVOKED, UnitStatus.PREPARED))
    calendar = workdays.adjusted()
    rows = [
        _row(asked, one, calendar)
        for one in with_first_reply(found.select_related("order")).order_by("due_on", "pk")
        if _is_told(asked, one)
    ]
    return Table(ORDERS, "督办单承办情况", (*_HEADERS,), (*_HEADERS.values(),), tuple(rows))


def _told_to_all(parts: Any) -> Any:
    """Without papers about complaints, and those that press for their answer: who is complained
    about is for the county and whoever answers."""
    complaints = Voice.objects.filter(kind=VoiceKind.COMPLAINT).values("uid")
    secret = Q()
    for paper in ("order", "order__previous__order", "order__previous__order__previous__order"):
        secret |= Q(**{f"{paper}__origin": Origin.VOICE, f"{paper}__origin_uid__in": complaints})
    return parts.exclude(pk__in=parts.filter(secret).values("pk"))


def _is_told(asked: Asked, part: Any) -> bool:
    """Old parts that ended before the period are no news."""
    recent = part.order.issued_on.year == asked.as_of.year or _in_span(asked, part.closed_on)
    return bool(recent or part.status in LIVE)


def _in_span(asked: Asked, day: date | None) -> bool:
    return bool(day and asked.period.start <= day <= asked.as_of)


def _row(asked: Asked, part: Any, calendar: Adjusted) -> tuple[Cell, ...]:
    order, is_late = part.order, part.is_overdue(asked.as_of)
    paper = (
        order.number_shown, f"{order.from_name}{order.number_shown}",
        str(OrderKind(order.kind).label), order.subject, order.issued_on.isoformat(),
        part.due_on and part.due_on.isoformat(),
    )  # fmt: skip
    stand = (
        str(UnitStatus(part.status).label), part.person, int(_in_span(asked, order.issued_on)),
        int(_in_span(asked, part.closed_on)), int(part.status in LIVE), int(is_late),
        days_late(part, asked.as_of, calendar) if is_late else None,
    )  # fmt: skip
    return (part.unit_code or None, part.unit_name, *paper, *stand, *_answer(asked, part))


def _answer(asked: Asked, part: Any) -> tuple[Cell, Cell]:
    """Whether its day came and it was answered by then; of orders of this year alone."""
    this_year = part.order.issued_on.year == asked.as_of.year
    told = in_time_by(part.first_reply, part.day, asked.as_of) if this_year else None
    return int(told is not None), None if told is None else int(told)
