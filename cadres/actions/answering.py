"""Answering filings, ending links and terms."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.choices import FilingAnswer
from cadres.models import PostFiling, SupervisionLink, TermChange
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def answer_filing(
    filing: PostFiling, *, by: Any, answered_on: date, answer: str, number: str = "",
    note: str = "",
) -> PostFiling:  # fmt: skip
    """The county's answer to a filing: agreed with its number, or returned with a note.

    Raises `filing_answered`, `filing_early`, `filing_number_missing`, `filing_note_missing`.
    """
    row: PostFiling = PostFiling.objects.select_for_update().get(pk=filing.pk)
    _refuse_answer(row, answered_on, answer, number, note)
    row.answered_on, row.answer, row.number, row.note = answered_on, answer, number, note
    row.version += 1
    row.save(update_fields=["answered_on", "answer", "number", "note", "version"])
    said = str(FilingAnswer(answer).label)
    record("filing.answered", row, by=by, after={"answer": said, "number": number}, reason=note)
    return row


def _refuse_answer(row: PostFiling, on: date, answer: str, number: str, note: str) -> None:
    if row.answered_on is not None:
        raise DomainError("filing_answered", _("这件备案已经答复。"), _("请刷新页面后查看。"))
    if on < row.asked_on:
        said = _("答复日期不能早于报送日期。")
        raise DomainError("filing_early", said, answered_on=said)
    if answer == FilingAnswer.AGREED and not number:
        said = _("同意备案的,应填写备案文号。")
        raise DomainError("filing_number_missing", said, number=said)
    if answer == FilingAnswer.RETURNED and not note:
        said = _("退回备案的,应说明理由。")
        raise DomainError("filing_note_missing", said, note=said)


@transaction.atomic
def end_link(link: SupervisionLink, *, by: Any, ended_on: date) -> SupervisionLink:
    """Somebody is no longer linked to a village. Raises `already_ended`, `ends_early`."""
    ended: SupervisionLink = _end(link, SupervisionLink, "link.ended", ended_on, by)
    return ended


@transaction.atomic
def end_term(term: TermChange, *, by: Any, ended_on: date) -> TermChange:
    """A term ends; the next one can be entered. Raises `already_ended`, `ends_early`."""
    ended: TermChange = _end(term, TermChange, "term.ended", ended_on, by)
    return ended


def _end(row: Any, model: Any, action: str, ended_on: date, by: Any) -> Any:
    locked = model.objects.select_for_update().get(pk=row.pk)
    if locked.ended_on is not None:
        raise DomainError("already_ended", _("已经结束。"), _("请刷新页面后查看。"))
    if ended_on < locked.started_on:
        said = _("结束日期不能早于开始日期。")
        raise DomainError("ends_early", said, ended_on=said)
    locked.ended_on = ended_on
    locked.version += 1
    locked.save(update_fields=["ended_on", "version"])
    record(action, locked, by=by, after={"ended_on": ended_on})
    return locked
