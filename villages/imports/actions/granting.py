"""The county's answer to a request for a reopening: a first yes, a second one, or no."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages import registries
from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.actions.asking import request_name, unanswered
from villages.imports.actions.reopening import open_part
from villages.imports.choices import RequestState
from villages.imports.models import ReopeningRequest
from villages.imports.perms import may_control_months
from villages.imports.two_persons import month_needs_second
from villages.trace.record import record


@transaction.atomic
def grant_request(
    *, by: Any, request: ReopeningRequest, ends_on: date, answer: str = ""
) -> ReopeningRequest:
    """Opens the month again for these villages until a day; in a month that asks for two
    persons the first yes waits for another person's.

    Raises `reopening_not_allowed`, `reopening_answered`, `reopening_own`,
    `reopening_second`, `reopening_past`, `month_scope`.
    """
    row = _decidable(by, request)
    if ends_on < clock.today():
        words = _("请选择今天或以后的日期。")
        raise DomainError("reopening_past", _("截止日期已经过去。"), words, ends_on=words)
    if row.state == RequestState.WAITING and _waits_for_another(row):
        return _agree(row, by, ends_on, answer)
    if row.agreed_by_id == by.pk:
        raise DomainError("reopening_second", _("您已经同意,须由组织部另一人批准。"))
    _decide(row, RequestState.GRANTED, by, answer, ends_on)
    for code in row.village_codes:
        open_part(
            by=by, filing_month=row.filing_month, unit_code=code, reason=row.reason,
            ends_on=ends_on,
        )  # fmt: skip
    _trace("month.reopening_granted", row, by, answer)
    for one in registries.reopened():
        one.act(row.filing_month.period, row.village_codes, row.items, by)
    return row


@transaction.atomic
def refuse_request(*, by: Any, request: ReopeningRequest, answer: str) -> ReopeningRequest:
    """Says no, with the reason that the township reads. Raises as `grant_request`, and
    `answer_missing`."""
    row = _decidable(by, request)
    if not answer.strip():
        words = _("请写明不同意的理由。")
        raise DomainError("answer_missing", words, answer=words)
    _decide(row, RequestState.REFUSED, by, answer, None)
    record(
        "month.reopening_refused", row, by=by, name=request_name(row), reason=answer,
        count=len(row.village_codes),
    )  # fmt: skip
    return row


def _decidable(by: Any, request: ReopeningRequest) -> ReopeningRequest:
    if not may_control_months(by) or not by.territory.covers(request.county_code):
        raise DomainError("reopening_not_allowed", _("只有本县组织部可以答复申请。"))
    row = unanswered(request)
    if row.asked_by_id == by.pk:
        raise DomainError(
            "reopening_own", _("不能答复自己的申请。"), _("请由组织部另一人答复,或撤回申请。")
        )
    return row


def _waits_for_another(row: ReopeningRequest) -> bool:
    """A request that the department itself made has its first person already."""
    return month_needs_second(row.filing_month) and not may_control_months(row.asked_by)


def _agree(row: ReopeningRequest, by: Any, ends_on: date, answer: str) -> ReopeningRequest:
    row.state, row.agreed_by, row.ends_on = RequestState.AGREED, by, ends_on
    row.answer = answer.strip()
    row.save(update_fields=["state", "agreed_by", "ends_on", "answer"])
    _trace("month.reopening_agreed", row, by, answer)
    return row


def _decide(
    row: ReopeningRequest, state: RequestState, by: Any, answer: str, ends_on: date | None
) -> None:
    row.state, row.decided_by, row.decided_at = state, by, clock.now()
    row.answer, row.ends_on = answer.strip(), ends_on
    row.save(update_fields=["state", "decided_by", "decided_at", "answer", "ends_on"])


def _trace(action: str, row: ReopeningRequest, by: Any, answer: str) -> None:
    record(
        action, row, by=by, name=request_name(row), reason=answer,
        after={"ends_on": row.ends_on}, count=len(row.village_codes), rows=row.village_codes,
    )  # fmt: skip
