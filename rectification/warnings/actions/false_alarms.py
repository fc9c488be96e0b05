"""A false alarm is asked for by one person and decided by another; a refusal keeps the event."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.counting import counts_from
from rectification.warnings.actions.stepping import name_shown
from rectification.warnings.actions.telling import tell
from rectification.warnings.choices import DecisionKind
from rectification.warnings.models import Alert
from rectification.warnings.sides import has_asked, stands
from rectification.warnings.states import FALSE_ALARM, Side
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def ask_false_alarm(*, by: Any, alert: Alert, reason: str, on: date) -> Alert:
    """Says why the event should never have been. Raises `alert_side`, `alert_step`,
    `alert_asked`, `alert_text`."""
    row, why = locked(alert), reason.strip()
    _require_asker(by, row)
    if row.status not in FALSE_ALARM.sources:
        words = _("%s已经了结,不能再申请认定误报。") % name_shown(row)
        raise DomainError("alert_step", words, _("请刷新页面后再看。"))
    if row.asked_false_by_id is not None:
        words = _("已有人申请认定误报,正等组织部审批。")
        raise DomainError("alert_asked", words, _("请等审批结果。"))
    if not why:
        words = _("请写明为什么是误报。")
        raise DomainError("alert_text", words, _("写清哪个数据不对、实际是多少。"), reason=words)
    changed(row, asked_false_by=by, asked_false_reason=why)
    _told(row, DecisionKind.FALSE_ALARM_ASKED, by=by, on=on, text=why)
    return row


@transaction.atomic
def refuse_false_alarm(*, by: Any, alert: Alert, reason: str, on: date) -> Alert:
    """The event stands. Raises `alert_side`, `alert_not_asked`, `alert_text`."""
    row, why = locked(alert), reason.strip()
    if not stands(by, Side.SECOND, row):
        words = _("误报由县委组织部审批。")
        raise DomainError("alert_side", words, _("如需办理,请与组织部联系。"))
    if row.asked_false_by_id is None:
        words = _("没有等待审批的误报申请。")
        raise DomainError("alert_not_asked", words, _("请刷新页面后再看。"))
    if not why:
        words = _("请写明不认定的理由。")
        raise DomainError("alert_text", words, reason=words)
    changed(row, asked_false_by=None, asked_false_reason="")
    _told(row, DecisionKind.FALSE_ALARM_REFUSED, by=by, on=on, text=why)
    return row


def may_ask(by: Any, row: Alert) -> bool:
    """The township concerned and the organization department, as persons."""
    sides = (Side.TOWNSHIP, Side.COUNTY)
    return isinstance(by, User) and any(stands(by, side, row) for side in sides)


def may_refuse(by: Any, row: Alert) -> bool:
    """The organization department; whoever asked takes it back this way, too."""
    return row.asked_false_by_id is not None and stands(by, Side.SECOND, row)


def may_approve(by: Any, row: Alert) -> bool:
    """Another person of the organization department."""
    return may_refuse(by, row) and not has_asked(by, row)


def _require_asker(by: Any, row: Alert) -> None:
    if not may_ask(by, row):
        words = _("误报由所在乡镇或县委组织部申请。")
        raise DomainError("alert_side", words, _("如需申请,请与乡镇联系。"))


def _told(row: Alert, kind: DecisionKind, *, by: Any, on: date, text: str) -> None:
    month = counts_from(row.county_code, on)
    status = row.status
    tell(row, kind.value, by=by, on=on, month=month, text=text, before=status, alert=row)
    record(f"alert.{kind.value}", row, by=by, reason=text, name=name_shown(row))
