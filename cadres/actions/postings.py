"""The end of a posting."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.models import Posting
from cadres.wording.resident import PostingEnd
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def end(posting: Posting, *, by: Any, ended_on: date, end_reason: str) -> Posting:
    """Somebody leaves the village at the end of the term, or is recalled before.

    Raises `posting_ended`, and what the constraints say.
    """
    row = locked(posting)
    if row.ended_on is not None:
        raise DomainError("posting_ended", _("此人已离任。"), _("请刷新页面后查看。"))
    changed(row, ended_on=ended_on, end_reason=end_reason)
    reason = str(PostingEnd(end_reason).label)
    record("posting.ended", row, by=by, reason=reason, after={"ended_on": ended_on})
    return row
