"""Parts whose time for the next rung has come."""

from datetime import date

from rectification.supervision.figures.order_rules import rules_of
from rectification.supervision.models import OrderRule, OrderUnit
from rectification.supervision.rules.ladder import is_time
from rectification.supervision.states import OrderStatus
from villages import workdays
from villages.common.workdays import Adjusted


def parts_to_climb(county: str, on: date) -> list[OrderUnit]:
    """Overdue parts that were not escalated yet and are late enough. Two queries."""
    rules, calendar = rules_of(county, on), workdays.adjusted()
    late = OrderUnit.objects.in_county(county).overdue(on)
    rows = late.filter(order__status=OrderStatus.ISSUED, escalations=None)
    found = rows.select_related("order").order_by("due_on", "pk")
    return [one for one in found if _is_time(one, rules.get(one.order.kind), on, calendar)]


def _is_time(part: OrderUnit, rule: OrderRule | None, on: date, calendar: Adjusted) -> bool:
    if rule is None or part.due_on is None:
        return False
    return is_time(
        part.due_on, on, after_days=rule.after_days, next_kind=rule.next_kind, calendar=calendar
    )
