"""A finding comes to an end: handed over, mended, dismissed; or it waits once more."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.supervision import inspection_states as states
from rectification.supervision.actions.inspection_stepping import require_step, step_taken
from rectification.supervision.figures.mending import is_free, is_settled
from rectification.supervision.models import Finding, OrderItem
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked


@transaction.atomic
def hand_over(finding: Finding, *, by: Any, on: date, to: str, text: str = "") -> Finding:
    """A clue goes to another body; from now on others see that there is one, and no words."""
    row = ready(finding, states.HAND_OVER, on)
    values = {"handed_to": to.strip(), "outcome": text.strip(), "restricted": True}
    step_taken(
        row, states.HAND_OVER, by=by, on=on, values={**values, "status_since": on}, secret=True
    )
    return row


@transaction.atomic
def mend(finding: Finding, *, by: Any, on: date, outcome: str) -> Finding:
    """It is in order now; with an order or a case, once that is closed.

    Raises `finding_unsettled`.
    """
    row = ready(finding, states.MEND, on)
    if row.status != states.FindingStatus.OPEN and not is_settled(row):
        words = _("%s还没有办结,不能确认整改。") % _busy(row)
        raise DomainError("finding_unsettled", words, _("办结以后再确认。"))
    _end(row, states.MEND, by=by, on=on, outcome=outcome)
    return row


@transaction.atomic
def dismiss(finding: Finding, *, by: Any, on: date, outcome: str) -> Finding:
    """Nothing has to be done about it."""
    row = ready(finding, states.DISMISS, on)
    _end(row, states.DISMISS, by=by, on=on, outcome=outcome)
    return row


@transaction.atomic
def release(finding: Finding, *, by: Any, on: date) -> Finding:
    """Its order was dropped or revoked, or its case withdrawn: it waits once more.

    Raises `finding_busy` while somebody works on it.
    """
    row = ready(finding, states.RELEASE, on)
    if not is_free(row):
        words = _("%s还在办理,不能退回待处理。") % _busy(row)
        raise DomainError("finding_busy", words, _("作废、撤销以后再退回。"))
    values = {"order_item": None, "case": None, "status_since": on}
    step_taken(row, states.RELEASE, by=by, on=on, values=values, secret=row.restricted)
    return row


def _end(row: Finding, step: Any, *, by: Any, on: date, outcome: str) -> None:
    values = {"outcome": outcome.strip(), "status_since": on}
    step_taken(
        row, step, by=by, on=on, values=values, reason=outcome, secret=row.restricted
    )  # fmt: skip


def _busy(row: Finding) -> str:
    """What it waits for."""
    thing: OrderItem | RectificationCase | None = row.order_item or row.case
    if isinstance(thing, OrderItem):
        return str(thing.unit)
    return str(thing)


def ready(finding: Finding, step: Any, on: date) -> Finding:
    """The finding as it is now, held, where it may take the step on this day."""
    row: Finding = locked(finding)
    require_step(row, step, on, row.status_since)
    return row
