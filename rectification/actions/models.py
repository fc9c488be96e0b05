"""Cases that others should know of (典型)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.states import OFF_THE_LIST
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def mark_model(case: RectificationCase, *, by: Any, story: str) -> RectificationCase:
    """A closed case whose way of working is worth telling, with the story.

    Raises `model_not_closed`, `model_without_story`.
    """
    row = locked(case)
    if row.status not in OFF_THE_LIST:
        words = _("%s还没有销号或已经反弹,不能作为典型。") % row
        raise DomainError("model_not_closed", words, _("请在销号以后再标记。"))
    if not story.strip():
        said = _("请写明典型做法。")
        raise DomainError("model_without_story", said, story=said)
    changed(row, is_model=True, story=story.strip())
    record("case.model_marked", row, by=by, reason=story[:300])
    return row


@transaction.atomic
def unmark_model(case: RectificationCase, *, by: Any, reason: str) -> RectificationCase:
    """No longer shown as a model; the story stays with the case. Raises `not_a_model`."""
    row = locked(case)
    if not row.is_model:
        raise DomainError("not_a_model", _("%s不是典型。") % row, _("请刷新页面后再看。"))
    changed(row, is_model=False)
    record("case.model_unmarked", row, by=by, reason=reason)
    return row
