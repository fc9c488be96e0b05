"""From a draft to a paper that is out: checked, issued with a number and days; or taken back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision import states
from rectification.supervision.actions.numbering import next_number
from rectification.supervision.actions.order_messages import tell_of_order
from rectification.supervision.actions.sending import days_of, send_parts, stop_parts
from rectification.supervision.actions.stepping import name_of, ready_order, take_order
from rectification.supervision.choices import UnitRole
from rectification.supervision.figures.order_rules import order_rule
from rectification.supervision.models import OrderUnit, SupervisionOrder
from villages.common.errors import DomainError


@transaction.atomic
def check(order: SupervisionOrder, *, by: Any, on: date, text: str = "") -> SupervisionOrder:
    """Somebody other than the author finds the draft right (审核).

    Raises `order_no_lead`, `order_own_draft`, `order_side`, `order_step` and others.
    """
    row = ready_order(order, states.CHECK, by=by, on=on)
    _require_lead(row)
    values = {"checked_by": name_of(by), "checked_on": on}
    return take_order(row, states.CHECK, by=by, on=on, text=text, values=values)


def send_back(order: SupervisionOrder, *, by: Any, on: date, text: str) -> SupervisionOrder:
    """Back to the author, with what to change."""
    require_words(text, _("请写明要修改什么。"))
    values = {"checked_by": "", "checked_on": None}
    return take_order(order, states.SEND_BACK, by=by, on=on, text=text, values=values)


@transaction.atomic
def issue(
    order: SupervisionOrder, *, by: Any, on: date, at: datetime, text: str = ""
) -> SupervisionOrder:
    """The order goes out (签发): its number, its day, and every unit's part waiting to be signed
    for. `at` is the moment from which working hours are counted.

    Raises `no_order_rule`, `order_no_lead`, `order_due_past`, `order_too_short`,
    `order_own_draft`, `order_side`, `order_step` and others.
    """
    row = ready_order(order, states.ISSUE, by=by, on=on)
    _require_lead(row)
    rule = order_rule(row.county_code, row.kind, on)
    days = days_of(row, rule, on=on, at=at)
    values = {
        "prefix": rule.prefix, "year": on.year, "number": next_number(row, on.year),
        "issued_by": name_of(by), "issued_on": on, "issued_at": at, "due_on": days.due_on,
        "short_notice": days.is_short,
    }  # fmt: skip
    made = take_order(row, states.ISSUE, by=by, on=on, text=text, values=values)
    send_parts(made, days, by=by, on=on)
    tell_of_order(made, at=at)
    return made


def drop(order: SupervisionOrder, *, by: Any, on: date, text: str) -> SupervisionOrder:
    """The author gives the draft up; it never gets a number."""
    require_words(text, _("请写明作废的原因。"))
    return take_order(order, states.DROP, by=by, on=on, text=text)


@transaction.atomic
def revoke(order: SupervisionOrder, *, by: Any, on: date, text: str) -> SupervisionOrder:
    """The order no longer holds; what units have finished stays finished."""
    require_words(text, _("请写明撤销的原因。"))
    values = {"revoked_on": on, "revoked_reason": text.strip()[:300]}
    row = take_order(order, states.REVOKE, by=by, on=on, text=text, values=values)
    stop_parts(row, by=by, on=on, text=text)
    return row


def require_words(text: str, hint: str) -> None:
    """What is sent back, dropped or revoked says why. Raises `order_words_missing`."""
    if not text.strip():
        raise DomainError("order_words_missing", _("没有写明原因。"), hint, text=hint)


def _require_lead(order: SupervisionOrder) -> None:
    if not OrderUnit.objects.filter(order=order, role=UnitRole.LEAD).exists():
        words = _("这张单子还没有主办单位。")
        raise DomainError("order_no_lead", words, _("请至少选择一个主办单位。"))
