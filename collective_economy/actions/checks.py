"""Answering the portal's questions, and accepting answers."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.checks.catalogue import BY_CODE
from collective_economy.models import CheckAnswer
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def answer_check(
    *, village: Village, month: Month, code: str, answer: str, on: date, by: Any
) -> CheckAnswer:
    """One sentence to one question; a later one replaces it until the county has accepted it.

    Raises `check_unknown`, `answer_missing`, `answer_accepted`.
    """
    if code not in BY_CODE:
        raise DomainError("check_unknown", _("没有这一核查项。"), _("请从核查页面重新打开。"))
    if not answer.strip():
        words = _("请用一句话答复。")
        raise DomainError("answer_missing", words, answer=words)
    known = CheckAnswer.objects.select_for_update().filter(
        village=village, month=month.number, code=code
    )
    row = known.first() or CheckAnswer(village=village, month=month.number, code=code)
    if row.accepted_on:
        raise DomainError(
            "answer_accepted", _("这一答复已经认可,不能再改。"), _("有新的情况请联系县委组织部。")
        )
    before = {"answer": row.answer} if row.pk else {}
    row.county_code, row.answer = village.county_code, answer.strip()[:200]
    row.answered_on, row.sent_back = on, ""
    row.version += 1 if row.pk else 0
    row.save()
    record(
        "economy.check_answered", row, by=by, name=_name(row), before=before,
        after={"answer": row.answer},
    )  # fmt: skip
    return row


@transaction.atomic
def accept_answer(row: CheckAnswer, *, on: date, by: Any) -> CheckAnswer:
    """The county is content with an answer."""
    row = CheckAnswer.objects.select_for_update().get(pk=row.pk)
    row.accepted_on, row.sent_back, row.version = on, "", row.version + 1
    row.save()
    record("economy.answer_accepted", row, by=by, name=_name(row), after={"accepted_on": on})
    return row


@transaction.atomic
def send_back_answer(row: CheckAnswer, *, reason: str, by: Any) -> CheckAnswer:
    """The county asks again. Raises `reason_missing`."""
    if not reason.strip():
        words = _("请说明还需要补充什么。")
        raise DomainError("reason_missing", words, reason=words)
    row = CheckAnswer.objects.select_for_update().get(pk=row.pk)
    row.accepted_on, row.sent_back, row.version = None, reason.strip()[:200], row.version + 1
    row.save()
    record("economy.answer_returned", row, by=by, name=_name(row), reason=row.sent_back)
    return row


def _name(row: CheckAnswer) -> str:
    check = BY_CODE[row.code]
    month = Month.from_number(row.month).label
    return f"{row.village.name}{month}“{check.title}”"
