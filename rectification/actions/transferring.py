"""Who handles a case: one case, or a whole desk, goes to somebody else."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.months import require_month
from rectification.actions.stepping import Said, put_on_record
from rectification.models import RectificationCase
from rectification.perms import may_keep_cases
from rectification.states import OPEN, CaseStatus
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked

EVENT = "transferred"
# Until the follow-up ends there is something to do.
HANDLED = (*OPEN, CaseStatus.CLOSED, CaseStatus.FOLLOW_UP)


@transaction.atomic
def transfer(
    case: RectificationCase, *, by: Any, on: date, to: User, text: str = ""
) -> RectificationCase:
    """Another person handles the case from now on, on record.

    Raises `case_finished`, `handler_unfit`, `handler_same`, `month_closed`.
    """
    row = locked(case)
    if row.status not in HANDLED:
        words = _("%s已经办结,不用移交。") % row
        raise DomainError("case_finished", words, _("请刷新页面后再看。"))
    _require_fit(row, to)
    require_month(row, on)
    _give(row, to, by=by, on=on, text=text)
    return row


def desk_of(user: Any) -> Any:
    """The cases that a person handles and that are not finished."""
    return RectificationCase.objects.filter(handler=user, status__in=HANDLED)


@transaction.atomic
def transfer_desk(*, leaver: Any, successor: User, by: Any, on: date) -> int:
    """All unfinished cases of a person go to the successor; how many.

    The successor's places may still wait for a second person, so they are not asked for here.
    """
    rows = list(desk_of(leaver).select_for_update().order_by("pk"))
    for one in rows:
        _give(one, successor, by=by, on=on, text=_("工作交接"))
    return len(rows)


def is_fit(case: RectificationCase, user: Any) -> bool:
    """Whether somebody may handle the case: keeps cases and covers its village."""
    return may_keep_cases(user) and bool(user.territory.covers(case.village.code))


def _give(row: RectificationCase, to: User, *, by: Any, on: date, text: str) -> None:
    names = {"old": row.handler.name if row.handler else _("没有经办人"), "new": to.name}
    changed(row, handler=to)
    words = _("%(old)s → %(new)s") % names
    said = Said(text=f"{words};{text}" if text else words)
    put_on_record(row, EVENT, by=by, on=on, said=said, before=row.status)


def _require_fit(case: RectificationCase, to: User) -> None:
    if case.handler_id == to.pk:
        words = _("经办人已经是%s。") % to.name
        raise DomainError("handler_same", words, to=words)
    if not is_fit(case, to):
        words = _("%s不能办理这个村的整顿。") % to.name
        raise DomainError("handler_unfit", words, _("请选择管辖这个村的县或乡镇人员。"), to=words)
