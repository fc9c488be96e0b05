"""The next rung for an unanswered order: drafted by the system, looked at and sent by a person."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.carrying import carry_items, carry_unit
from rectification.supervision.actions.making import make_draft, require_drafter
from rectification.supervision.actions.stepping import held_part, put_on_record
from rectification.supervision.choices import OrderKind, Origin
from rectification.supervision.figures.climbing import parts_to_climb
from rectification.supervision.figures.lateness import owed_words
from rectification.supervision.figures.order_rules import order_rule
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.states import OrderStatus
from villages import workdays
from villages.common.errors import DomainError

ESCALATED = "escalated"


@transaction.atomic
def draft_next(part: OrderUnit, *, by: Any, on: date) -> SupervisionOrder:
    """A draft of the next kind to the same unit, with its items and what it owes in words.

    Raises `order_not_overdue`, `order_no_next_rung`, `order_climbed`, `no_order_rule`,
    `order_side`.
    """
    row = held_part(part)
    require_drafter(by, row.order)
    kind = _next_kind(row, on)
    _require_overdue(row, on)
    _require_first(row)
    made = _drafted(row, kind, by=by, on=on)
    carry_items(carry_unit(made, row), row, row.orderitems.all(), on, workdays.adjusted())
    # On the house's own record: the unit does not see what is only a draft.
    text = _("为%(unit)s起草%(kind)s。") % {"unit": row.unit_name, "kind": made.get_kind_display()}
    status = row.order.status
    put_on_record(row.order, None, ESCALATED, by=by, on=on, before=status, text=text)
    return made


@transaction.atomic
def climb_due(county: str, on: date, *, by: Any) -> int:
    """A draft for every part whose time has come, once a part: how many were made.

    A draft that a person gave up is not made again by the calendar. What somebody moved on
    meanwhile is left alone.
    """
    return sum(_tried(part, by=by, on=on) for part in parts_to_climb(county, on))


def _tried(part: OrderUnit, *, by: Any, on: date) -> bool:
    try:
        draft_next(part, by=by, on=on)
    except DomainError:
        return False
    return True


def _drafted(part: OrderUnit, kind: str, *, by: Any, on: date) -> SupervisionOrder:
    order, owed = part.order, owed_words(part, on, workdays.adjusted())
    return make_draft(
        order.from_code, by=by, on=on, kind=kind, subject=order.subject,
        requirement=order.requirement, urgency=order.urgency, basis=order.basis, problem=owed,
        feedback=order.feedback, origin=Origin.LADDER, origin_uid=part.uid, previous=part,
    )  # fmt: skip


def _next_kind(part: OrderUnit, on: date) -> str:
    rule = order_rule(part.county_code, part.order.kind, on)
    if rule.next_kind:
        return str(rule.next_kind)
    words = _("“%s”之后没有再升级的文种。") % part.order.get_kind_display()
    raise DomainError("order_no_next_rung", words, _("可以在“文种规则”中规定,或者另行起草。"))


def _require_overdue(part: OrderUnit, on: date) -> None:
    if not part.is_overdue(on):
        words = _("%(unit)s的办理时限是 %(due)s,还没有逾期。") % {
            "unit": part.unit_name, "due": part.due_on,
        }  # fmt: skip
        raise DomainError("order_not_overdue", words, _("逾期没有反馈的才能升级。"))


def _require_first(part: OrderUnit) -> None:
    found = part.escalations.exclude(status=OrderStatus.DROPPED).order_by("-pk").first()
    if found is not None:
        told = {"unit": part.unit_name, "kind": OrderKind(found.kind).label}
        words = _("已为%(unit)s起草过%(kind)s。") % told
        raise DomainError("order_climbed", words, _("请在那张单子上继续办理。"))
