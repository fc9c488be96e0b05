"""More time for a part: asked by the unit, answered by the issuing house."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.standing import require_side
from rectification.supervision.actions.stepping import (
    held_part,
    last_day,
    name_of,
    put_on_record,
    require_day,
    require_running,
)
from rectification.supervision.actions.storing import store
from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.models import OrderExtension, OrderUnit
from rectification.supervision.states import OWING, Side
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

EXTENDED, REFUSED, ASKED = "extended", "extension-refused", "extension-asked"


@transaction.atomic
def ask_time(
    part: OrderUnit, *, by: Any, on: date, new_due_on: date, reason: str
) -> OrderExtension:
    """The unit asks for a later day, with its reason.

    Raises `order_side`, `order_owes_nothing`, `order_more_time_past`, `order_more_time_later`,
    `order_more_time_waiting` and others.
    """
    row = held_part(part)
    require_side(by, Side.UNIT, row.order, row)
    _require_owing(row)
    require_day(on, last_day(row.order, row))
    _refuse_past(new_due_on, on)
    ordinal = OrderExtension.objects.filter(unit=row).count() + 1
    # What is out always has a day.
    old_due_on = row.due_on or on
    made = store(OrderExtension(
        county_code=row.county_code, unit=row, ordinal=ordinal, asked_on=on,
        old_due_on=old_due_on, new_due_on=new_due_on, reason=reason.strip(),
        asked_by=name_of(by),
    ))  # fmt: skip
    after = {"new_due_on": new_due_on, "on": on}
    record(f"order.{ASKED}", row, by=by, reason=made.reason, after=after)
    return made


@transaction.atomic
def grant(extension: OrderExtension, *, by: Any, on: date, text: str = "") -> OrderExtension:
    """The new day holds. Raises `order_side`, `order_more_time_answered`,
    `order_more_time_outdated`, `order_owes_nothing`."""
    part, row = _ready(extension, by=by, on=on)
    _require_owing(part)
    if part.due_on != row.old_due_on:
        words = _("申请以后办理时限已变动,不能按这份申请延期。")
        hint = _("请不同意,由承办单位重新申请。")
        raise DomainError("order_more_time_outdated", words, hint)
    _answer(row, ExtensionAnswer.GRANTED, by=by, on=on, text=text)
    changed(part, due_on=row.new_due_on, extension_count=part.extension_count + 1)
    said = _("延至 %(day)s:%(why)s") % {"day": row.new_due_on.isoformat(), "why": row.reason}
    _put(part, EXTENDED, by=by, on=on, text=said)
    return row


@transaction.atomic
def refuse(extension: OrderExtension, *, by: Any, on: date, text: str) -> OrderExtension:
    """The day stays. Raises `order_side`, `order_more_time_answered`."""
    part, row = _ready(extension, by=by, on=on)
    _answer(row, ExtensionAnswer.REFUSED, by=by, on=on, text=text)
    _put(part, REFUSED, by=by, on=on, text=text)
    return row


def drop_requests(part: OrderUnit, *, by: Any, on: date, text: str) -> None:
    """Requests of a part that needs no time any more."""
    rows = OrderExtension.objects.select_for_update()
    for row in rows.filter(unit=part, answer=ExtensionAnswer.WAITING):
        _answer(row, ExtensionAnswer.REFUSED, by=by, on=on, text=text)


def _ready(extension: OrderExtension, *, by: Any, on: date) -> tuple[OrderUnit, OrderExtension]:
    part = held_part(extension.unit)
    row = locked(extension)
    require_side(by, Side.ISSUER, part.order)
    if row.answer != ExtensionAnswer.WAITING:
        words, hint = _("这次延期已经审批。"), _("请刷新页面后查看。")
        raise DomainError("order_more_time_answered", words, hint)
    require_day(on, row.asked_on)
    require_day(on, last_day(part.order, part))
    return part, row


def _answer(row: OrderExtension, answer: ExtensionAnswer, *, by: Any, on: date, text: str) -> None:
    changed(row, answer=answer, answered_on=on, answered_by=name_of(by), answer_text=text[:300])


def _put(part: OrderUnit, key: str, *, by: Any, on: date, text: str) -> None:
    put_on_record(part.order, part, key, by=by, on=on, before=part.status, text=text)


def _require_owing(part: OrderUnit) -> None:
    require_running(part.order)
    if part.status not in OWING:
        words = _("%(unit)s现在是“%(status)s”,不用延期。") % {
            "unit": part.unit_name, "status": part.get_status_display(),
        }  # fmt: skip
        raise DomainError("order_owes_nothing", words, _("请刷新页面后再看。"))


def _refuse_past(new_due_on: date, on: date) -> None:
    if new_due_on < on:
        words = _("申请延至的日期 %s 已经过去。") % new_due_on.isoformat()
        raise DomainError("order_more_time_past", words, _("请核对日期。"), new_due_on=words)
