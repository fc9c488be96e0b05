"""The form of a stored notice, filled with what stands there."""

from typing import Any

from django.http import HttpRequest

from rectification.supervision.actions.notice_words import words_of
from rectification.supervision.forms.notices import NoticeForm, WordsForm
from rectification.supervision.models import Notice, NoticeUnit
from rectification.supervision.notice_states import NoticeStatus
from villages.common import clock

_HEAD = ("kind", "title", "reach", "valid_from", "valid_to", "needs_receipt", "urgent_by")


def edit_form(request: HttpRequest, row: Notice, data: Any = None) -> NoticeForm | WordsForm:
    """A draft as a whole; of a published one the words alone."""
    last = words_of(row)
    text = {"text": last.text if last else ""}
    if row.status != NoticeStatus.DRAFT:
        changes = last.changes if last and last.published_at is None else ""
        return WordsForm(data, initial={**text, "changes": changes}, seen=row.version)
    head = {name: getattr(row, name) for name in _HEAD}
    initial = {**head, **_units(request, row), **text}
    return NoticeForm(
        data, user=request.user, house=row.from_code, on=clock.today(), initial=initial,
        seen=row.version,
    )  # fmt: skip


def _units(request: HttpRequest, row: Notice) -> dict[str, list[str]]:
    rows = NoticeUnit.objects.visible_to(request.user).filter(notice=row)
    units = list(rows.select_related("department"))
    codes = [one.unit_code for one in units if one.unit_code]
    departments = [one.department.uid for one in units if one.department]
    return {"townships": codes, "villages": codes, "departments": departments}
