"""Objections against being listed: once answered they stay as they are."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.months import require_month
from rectification.models import CaseObjection
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def answer_objection(
    objection: CaseObjection, *, by: Any, on: date, answer: str, upheld: bool | None = None
) -> CaseObjection:
    """The county's answer. An objection that is upheld suggests to withdraw the case; that is a
    step of its own. Raises `objection_answered`, `month_closed` and what the constraints say."""
    row = locked(objection)
    require_month(row, on)
    if row.answered_on is not None:
        raise DomainError("objection_answered", _("这条异议已经答复。"), _("请刷新页面后查看。"))
    changed(row, answered_on=on, answer=answer, upheld=bool(upheld))
    record(
        "objection.upheld" if upheld else "objection.refused", row, by=by, reason=answer,
        name=str(row.case), after={"answered_on": on},
    )  # fmt: skip
    return row
