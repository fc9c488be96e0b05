"""Accepting what can be accepted, village by village or township by township, and saying what
could not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.reviewing import accept
from villages.filings.actions.rows import villages_of
from villages.filings.choices import FilingState
from villages.filings.models import Filing
from villages.models import Township


@dataclass(frozen=True)
class Accepted:
    """What came of an acceptance: villages accepted, and (name, why not) of the others."""

    count: int
    left_out: tuple[tuple[str, str], ...] = ()


@transaction.atomic
def accept_possible(
    *, month: Month, codes: Iterable[str], by: Any, at: datetime, late_reason: str = ""
) -> Accepted:
    """Accepts those of these villages that wait; the others are named with the reason.

    Late ones need `late_reason`. Raises `review_not_allowed`, `village_unknown`, `month_closed`.
    """
    villages = villages_of(codes, by=by)
    filings = {
        one.village_id: one
        for one in Filing.objects.of_villages([one.pk for one in villages]).of_month(month)
    }
    why = {one.code: _obstacle(filings.get(one.pk), late_reason) for one in villages}
    ready = [code for code, words in why.items() if not words]
    if ready:
        accept(month=month, codes=ready, by=by, at=at, late_reason=late_reason)
    left_out = tuple((one.name, why[one.code]) for one in villages if why[one.code])
    return Accepted(len(ready), left_out)


def accept_townships(
    *, month: Month, townships: Iterable[Township], by: Any, at: datetime
) -> Accepted:
    """Accepts everything on time that waits in these townships, each in its own transaction.

    Late villages stay for the review page, where their reason is written. What a township was
    refused is named, the others go on.
    """
    count, left_out = 0, []
    for one in townships:
        codes = _waiting(month, one.code)
        try:
            done = accept_possible(month=month, codes=codes, by=by, at=at)
        except DomainError as error:
            left_out.append((one.name, str(error)))
            continue
        count += done.count
        if done.left_out:
            words = _("%d 个村是迟报,请在审核页写明同意接收的理由。") % len(done.left_out)
            left_out.append((one.name, words))
    return Accepted(count, tuple(left_out))


def _waiting(month: Month, township: str) -> list[str]:
    rows = Filing.objects.of_month(month).filter(
        village__township__code=township, village__valid_to=None, state=FilingState.SUBMITTED
    )
    return list(rows.values_list("village__code", flat=True))


def _obstacle(filing: Filing | None, late_reason: str) -> str:
    if filing is None or filing.state != FilingState.SUBMITTED:
        state = filing.get_state_display() if filing else _("未开始")
        return _("状态为“%s”,不能通过。") % state
    if filing.is_late and not late_reason.strip():
        return _("是迟报,请写明同意接收的理由。")
    return ""
