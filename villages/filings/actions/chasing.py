"""Reminding townships that have not filed, without disturbing anybody at night or twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages import workdays
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.db.locks import hold
from villages.filings.county_parameters import chase_gap, quiet_hours
from villages.filings.figures.chasing import Target, targets
from villages.filings.models import ChaseNote
from villages.filings.perms import may_review
from villages.filings.quiet import delivery
from villages.imports.months import require_open
from villages.trace.record import record


@dataclass(frozen=True)
class Chased:
    """What came of a reminder: when it arrives, whom it reaches, who was left out and why."""

    due_at: datetime
    people: int
    townships: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


@transaction.atomic
def chase(
    *, county: str, month: Month, codes: Iterable[str], by: Any, at: datetime, reason: str = ""
) -> Chased:
    """Reminds the people of these townships once; said in quiet hours, it arrives next morning.

    A township that owes nothing, has nobody, or was reminded within the county's working days
    (without a new reason) is left out and named. Raises `review_not_allowed`, `month_ahead`,
    `month_closed`, `chase_nobody`.
    """
    _require(by, county, month, at)
    hold(f"chase:{county}:{month.number}", exclusive=True)
    found = _chosen(county, month, codes, by, at)
    gap = chase_gap(county, at.date())
    left_out = {one.code: words for one in found if (words := refusal(one, gap, reason))}
    reached = [one for one in found if one.code not in left_out]
    if not reached:
        words = ";".join(f"{one.name}:{left_out[one.code]}" for one in found)
        raise DomainError("chase_nobody", _("没有可以催报的乡镇。") + words)
    due_at = delivery(at, quiet_hours(county, at.date()), workdays.adjusted())
    notes = _notes(reached, month, by, at, due_at, reason)
    ChaseNote.objects.bulk_create(notes, ignore_conflicts=True)
    people = len({note.user_id for note in notes})
    record(
        "filing.chased", county=county, by=by, reason=reason, count=people,
        name=_("%(month)s %(count)d 个乡镇") % {"month": month.label, "count": len(reached)},
        rows=[[note.township_code, note.user_id] for note in notes],
    )  # fmt: skip
    names = tuple((one.name, left_out[one.code]) for one in found if one.code in left_out)
    return Chased(due_at, people, tuple(one.name for one in reached), names)


def refusal(target: Target, gap: int, reason: str) -> str:
    """Why a township is not reminded; empty where it is. Pure."""
    if not target.owes:
        return _("没有欠报的村。")
    if not target.people:
        return _("没有可以通知的人,请联系安全管理员核对账号。")
    if target.since is not None and target.since < gap and not reason.strip():
        return _("%d 个工作日内已经催过;确有必要的,请写明理由。") % gap
    return ""


def _require(by: Any, county: str, month: Month, at: datetime) -> None:
    if not may_review(by):
        raise DomainError("review_not_allowed", _("只有县委组织部可以催报。"))
    if month.start > at.date():
        raise DomainError("month_ahead", _("%s还没有开始。") % month.label)
    require_open(county=county, month=month)


def _chosen(county: str, month: Month, codes: Iterable[str], by: Any, at: datetime) -> list[Target]:
    wanted = sorted(set(codes))
    scope: Scope = by.territory
    found = targets(scope, county, month, wanted, at.date()) if wanted else []
    if not found:
        raise DomainError("chase_nobody", _("请选择要催报的乡镇。"))
    return found


def _notes(
    reached: Iterable[Target], month: Month, by: Any, at: datetime, due_at: datetime, reason: str
) -> list[ChaseNote]:
    return [
        ChaseNote(
            county_code=one.code[:6], township_code=one.code, month=month.number,
            user_id=person.user, sent_by=by, sent_at=at, due_at=due_at, reason=reason[:200],
        )
        for one in reached
        for person in one.people
    ]  # fmt: skip
