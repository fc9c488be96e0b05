"""Granting, refusing and filing leaves."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.models import Leave
from cadres.wording.resident import LeaveLevel, LeaveState
from villages.accounts.perms import may_change_map
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def grant(leave: Leave, *, by: Any, decided_on: date) -> Leave:
    """Grants a leave: short ones the township, longer ones the county.

    Raises `leave_decided`, `leave_needs_county`, `leave_overlaps`.
    """
    row = _waiting(leave, by)
    _refuse_overlap(row)
    changed(row, state=LeaveState.GRANTED, decided_on=decided_on, decided_by=by.name)
    after = {"from_on": row.from_on, "to_on": row.to_on, "level": row.get_level_display()}
    record("leave.granted", row, by=by, after=after)
    return row


@transaction.atomic
def refuse(leave: Leave, *, by: Any, decided_on: date, reason: str) -> Leave:
    """Refuses a leave. Raises `leave_decided`, `leave_needs_county`."""
    row = _waiting(leave, by)
    changed(row, state=LeaveState.REFUSED, decided_on=decided_on, decided_by=by.name)
    record("leave.refused", row, by=by, reason=reason)
    return row


@transaction.atomic
def file(leave: Leave, *, by: Any, filed_on: date) -> Leave:
    """Notes that the county was told of a leave that the township granted.

    Raises what the constraints say.
    """
    row = locked(leave)
    changed(row, filed_on=filed_on)
    record("leave.filed", row, by=by, after={"filed_on": filed_on})
    return row


def _waiting(leave: Leave, by: Any) -> Leave:
    row = locked(leave)
    if row.state != LeaveState.ASKED:
        raise DomainError("leave_decided", _("这次请假已经批复。"), _("请刷新页面后查看。"))
    if row.level == LeaveLevel.COUNTY and not may_change_map(by):
        hint = _("请报县委组织部。")
        raise DomainError("leave_needs_county", _("%d 天的请假由县批准。") % row.days, hint)
    return row


def _refuse_overlap(row: Leave) -> None:
    others = Leave.objects.filter(posting_id=row.posting_id, state=LeaveState.GRANTED)
    if others.filter(from_on__lte=row.to_on, to_on__gte=row.from_on).exists():
        said = _("此人这段时间已有批准的请假。")
        raise DomainError("leave_overlaps", said, from_on=said)
