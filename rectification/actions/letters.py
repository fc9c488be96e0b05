"""Responsibility letters (整顿责任书): who has signed, and when."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.at_work import require_case
from rectification.actions.months import require_month
from rectification.models import DutyHolder
from rectification.states import UNDER_WORK
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def sign(holder: DutyHolder, *, by: Any, on: date) -> DutyHolder:
    """The holder has signed his letter. Raises `letter_signed`, `case_not_at_work`, `month_closed`,
    and the words of the constraint for a day before he began."""
    row = locked(holder)
    require_month(row, on)
    require_case(row.case, UNDER_WORK)
    if row.letter_signed_on:
        words = _("%s的责任书已于 %s 签订。") % (row.name, row.letter_signed_on)
        raise DomainError("letter_signed", words, _("登记有误的请先更正责任人。"))
    changed(row, letter_signed_on=on)
    record("letter.signed", row, by=by, name=f"{row.village.name} {row}", after={"on": on})
    return row
