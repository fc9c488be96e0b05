"""Open work about closed months: the county answers requests, the township reads the answer."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.accounts.perms import works_for_township
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource
from villages.imports.choices import RequestState
from villages.imports.models import ReopeningRequest
from villages.imports.perms import may_control_months

# How long a refusal stays on the first page; the month's page keeps it for ever.
_REFUSED_DAYS = 7


def _unanswered(user: Any) -> Any:
    rows = ReopeningRequest.objects.visible_to(user).unanswered().exclude(asked_by=user.pk)
    return rows.exclude(agreed_by=user.pk)


def _to_answer(user: Any) -> Iterable[TodoItem]:
    """One line for each request; not the own ones, nor those that wait for another. One query."""
    rows = _unanswered(user).select_related("filing_month", "asked_by")
    for one in rows.order_by("asked_at"):
        yield TodoItem(
            title=_("答复重新开放%(month)s的申请") % {"month": one.filing_month},
            url=reverse("imports:reopening_decide", args=[one.uid]),
            detail=_("%(who)s申请,%(count)d 个村:%(reason)s") % {
                "who": one.asked_by.name, "count": len(one.village_codes), "reason": one.reason,
            },
            minutes=3,
        )  # fmt: skip


def _fresh(user: Any) -> Any:
    since = clock.now() - timedelta(days=_REFUSED_DAYS)
    opened = Q(state=RequestState.GRANTED, ends_on__gte=clock.today())
    refused = Q(state=RequestState.REFUSED, decided_at__gte=since)
    return ReopeningRequest.objects.visible_to(user).filter(opened | refused)


def _answered(user: Any) -> Iterable[TodoItem]:
    """What was opened while it is open, and what was refused lately. One query."""
    for one in _fresh(user).select_related("filing_month").order_by("decided_at"):
        granted = one.state == RequestState.GRANTED
        title = _("县里已同意:%(month)s %(count)d 个村重新开放") if granted else _(
            "县里没有同意重新开放%(month)s"
        )  # fmt: skip
        yield TodoItem(
            title=title % {"month": one.filing_month, "count": len(one.village_codes)},
            url=reverse("imports:reopening_request", args=[one.uid]),
            detail=_("开放到 %s") % one.ends_on if granted else _("县里答复:%s") % one.answer,
            # What is to be done stands in the line of the filing itself.
            severity="low",
        )


TODOS = (
    TodoSource("reopenings_asked", may_control_months, _to_answer, _unanswered),
    TodoSource("reopenings_answered", works_for_township, _answered, _fresh),
)
