"""Open work of filing: months that a township owes, villages that the county must look at."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.accounts.perms import works_for_township
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource
from villages.common.shares import round_half_up
from villages.filings.figures.burden import burden
from villages.filings.figures.months import OpenMonth, open_months
from villages.filings.figures.sheet import asked
from villages.filings.figures.waiting import Owed, owed, reviews
from villages.filings.perms import may_review
from villages.filings.reminders import reminders

_REMEMBERED = 600


def _owes(user: Any) -> Iterable[TodoItem]:
    """Returned villages first, then months that are not handed in. Two queries, and two more in
    ten minutes for the estimate."""
    unit = max(user.territory.codes, key=len, default="")
    months = open_months(unit[:6], unit, clock.today())
    for one, due in zip(owed(user, [due.month for due in months]), months, strict=True):
        if one.returned:
            yield _returned(one, due)
        if one.waiting:
            yield _waiting(one, due, unit[:6])


def _returned(one: Owed, due: OpenMonth) -> TodoItem:
    return TodoItem(
        title=_("改正县里退回的 %(month)s填报") % {"month": one.month.label},
        url=reverse("filings:month", args=[one.month.code]),
        detail=_("%d 个村,页面上写明哪一项、为什么") % one.returned,
        due_on=due.reopened_until or due.due_on,
        minutes=one.returned,
        severity="urgent",
    )


def _waiting(one: Owed, due: OpenMonth, county: str) -> TodoItem:
    return TodoItem(
        title=_("提交 %d 月数据") % one.month.month,
        url=reverse("filings:month", args=[one.month.code]),
        detail=_("还有 %(waiting)d 个村,共 %(villages)d 个村")
        % {"waiting": one.waiting, "villages": one.villages},
        due_on=due.reopened_until or due.due_on,
        minutes=_minutes(one, county) or None,
    )


def _minutes(one: Owed, county: str) -> int:
    """About how long so many villages take; the county's mean is remembered for ten minutes."""
    key = f"filing:minutes:{county}:{one.month.number}"
    hundred: Decimal | None = cache.get(key)
    if hundred is None:
        hundred = burden(asked(county, one.month.end), 100, county).minutes
        cache.set(key, hundred, _REMEMBERED)
    return int(round_half_up(hundred * one.waiting / 100, 0))


def _reviews(user: Any) -> Iterable[TodoItem]:
    """Months with villages to accept or return. One query."""
    for one in reviews(user):
        yield TodoItem(
            title=_("审核 %(month)s填报") % {"month": one.month.label},
            url=f"{reverse('filings:board')}?year={one.month.year}",
            detail=_("%(townships)d 个乡镇 %(villages)d 个村等待审核")
            % {"townships": one.townships, "villages": one.villages},
        )


TODOS = (
    TodoSource("filings_owed", works_for_township, _owes),
    TodoSource("filings_asked", works_for_township, reminders),
    TodoSource("filings_review", may_review, _reviews),
)
