"""Which rule holds for a kind of order, and by when it is answered."""

from datetime import date

from django.utils.translation import gettext as _

from rectification.supervision.choices import OrderKind
from rectification.supervision.models import OrderRule
from villages import parameters
from villages.common.errors import DomainError
from villages.common.workdays import Adjusted, add_workdays


def order_rule(county: str, kind: str, on: date) -> OrderRule:
    """The county's rule of a kind on a day; of two the later. Raises `no_order_rule`."""
    if found := rule_or_none(county, kind, on):
        return found
    words = _("本县 %(day)s 没有启用“%(kind)s”的文种规则。") % {
        "day": on.isoformat(), "kind": OrderKind(kind).label,
    }  # fmt: skip
    raise DomainError("no_order_rule", words, _("请先在“文种规则”中采用默认规则或登记。"))


def rule_or_none(county: str, kind: str, on: date) -> OrderRule | None:
    """The county's rule of a kind on a day, if it has one."""
    rows = OrderRule.objects.in_county(county).on(on).filter(kind=kind)
    found: OrderRule | None = rows.order_by("-valid_from", "-pk").first()
    return found


def rules_of(county: str, on: date) -> dict[str, OrderRule]:
    """All rules of a day by kind. One query."""
    rows = OrderRule.objects.in_county(county).on(on).order_by("valid_from", "pk")
    return {one.kind: one for one in rows}


def due_day(rule: OrderRule, urgency: str, on: date, calendar: Adjusted) -> date:
    """By when an order of this day is answered: the working days of its kind, else of its
    urgency."""
    days = rule.reply_days
    if days is None:
        key = f"supervision.reply_{urgency}"
        days = int(parameters.value(key, on=on, county=rule.county_code))
    return add_workdays(on, days, calendar)
