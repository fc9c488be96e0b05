"""Taking a reminder back while it still waits for the morning."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.filings.models import ChaseNote
from villages.filings.perms import may_review
from villages.trace.record import record


@transaction.atomic
def take_chase_back(
    *, county: str, month: Month, codes: Iterable[str], by: Any, at: datetime
) -> int:
    """Deletes what these townships were to receive after `at`; how many people are spared.

    A reminder that has arrived stays. Raises `review_not_allowed`, `chase_delivered`.
    """
    if not may_review(by):
        raise DomainError("review_not_allowed", _("只有县委组织部可以撤回催报。"))
    hold(f"chase:{county}:{month.number}", exclusive=True)
    rows = ChaseNote.objects.visible_to(by).in_county(county).filter(month=month.number)
    waiting = list(rows.filter(township_code__in=set(codes), due_at__gt=at))
    if not waiting:
        raise DomainError(
            "chase_delivered", _("没有待送达的催报,可能已经送达。"), _("请刷新页面查看。")
        )
    people = len({one.user_id for one in waiting})
    ChaseNote.objects.filter(pk__in=[one.pk for one in waiting]).delete()
    towns = len({one.township_code for one in waiting})
    record(
        "filing.chase_taken_back", county=county, by=by, count=people,
        name=_("%(month)s %(count)d 个乡镇") % {"month": month.label, "count": towns},
        rows=[[one.township_code, one.user_id] for one in waiting],
    )  # fmt: skip
    return people
