"""Answering a question in a sentence, and saying what it came to."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.telling import name_of
from rectification.warnings.choices import QuestionKind, QuestionOutcome
from rectification.warnings.models import Question
from rectification.warnings.perms import may_answer_questions, may_settle_questions
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.months import require_open
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def answer_question(*, by: Any, row: Question, on: date, text: str) -> Question:
    """The township's sentence; another one replaces it until the county settled the question.

    Raises `question_side`, `question_settled`, `question_text`, `month_closed`.
    """
    held, said = _open(row), text.strip()
    if not may_answer(by, held):
        raise DomainError("question_side", _("提问由所在乡镇说明。"), _("如需说明,请联系乡镇。"))
    if held.outcome:
        words = _("这个提问已经认定为“%s”,不能再改说明。") % held.get_outcome_display()
        raise DomainError("question_settled", words, _("如有补充,请与组织部联系。"))
    if not said:
        words = _("请用一句话说明。")
        raise DomainError("question_text", words, text=words)
    changed(held, answer=said[:500], answered_name=name_of(by), answered_on=on)
    record("question.answered", held, by=by, reason=said, name=name_shown(held), county_only=True)
    return held


@transaction.atomic
def explained(*, by: Any, row: Question, on: date, text: str = "") -> Question:
    """There is a good reason; nothing is kept of the question once the month is closed. Raises as
    `confirmed`."""
    return _settle(row, QuestionOutcome.EXPLAINED, by=by, on=on, text=text)


@transaction.atomic
def confirmed(*, by: Any, row: Question, on: date, text: str) -> Question:
    """A person found that something is wrong, and says what. Raises `question_side`,
    `question_note`, `question_same`, `month_closed`."""
    if not text.strip():
        words = _("请写明查实的情况。")
        raise DomainError("question_note", words, text=words)
    return _settle(row, QuestionOutcome.CONFIRMED, by=by, on=on, text=text)


def may_answer(by: Any, row: Question) -> bool:
    """The people of the township that is asked."""
    return bool(may_answer_questions(by) and by.territory.covers(row.village.code))


def may_settle(by: Any, row: Question) -> bool:
    """The county's organization department."""
    return bool(may_settle_questions(by) and by.territory.covers(row.village.code))


def name_shown(row: Question) -> str:
    """What trail and pages call a question: village, kind, month."""
    kind, month = QuestionKind(row.kind).label, Month.from_number(row.month).label
    return f"{row.village.name} {month}{kind}"


def _open(row: Question) -> Question:
    held: Question = locked(row)
    month = Month.from_number(held.month)
    require_open(county=held.county_code, month=month, unit=held.village.code)
    return held


def _settle(row: Question, outcome: QuestionOutcome, *, by: Any, on: date, text: str) -> Question:
    held, said = _open(row), text.strip()
    if not may_settle(by, held):
        words = _("提问由县委组织部认定。")
        raise DomainError("question_side", words, _("如需认定,请与组织部联系。"))
    if held.outcome == outcome:
        words = _("这个提问已经认定为“%s”。") % held.get_outcome_display()
        raise DomainError("question_same", words, _("请刷新页面后再看。"))
    before = {"outcome": held.outcome}
    changed(held, outcome=outcome, settled_name=name_of(by), settled_on=on, settled_note=said[:300])
    record(
        f"question.{outcome}", held, by=by, reason=said, name=name_shown(held), before=before,
        after={"outcome": outcome.value}, county_only=True,
    )  # fmt: skip
    return held
