"""What is new for the person: receipts that are asked, what waits in supervision, news."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.models import Notice, NoticeVersion
from rectification.supervision.notice_perms import (
    may_keep_channels,
    may_publish_notices,
    may_see_notices,
)
from rectification.supervision.notice_states import OUT, NoticeKind, NoticeStatus
from rectification.supervision.parameters.notices import NEWS
from rectification.supervision.sides import house_of
from rectification.supervision.todos import TODOS
from rectification.supervision.views.crumbs import here
from rectification.supervision.waiting import notices as waiting
from villages import parameters
from villages.accounts.access import requires
from villages.common import clock
from villages.ledgers.hubs import cards
from villages.ledgers.views.place import county_of

SHOWN, TODOS_SHOWN = 30, 8


@require_safe
@requires(may_see_notices)
def inbox(request: HttpRequest) -> HttpResponse:
    """The first page of notices."""
    user: Any = request.user
    county, today = county_of(request), clock.today()
    todos = _others(user)
    asked = [one for source in waiting.TODOS if source.allowed(user) for one in source.items(user)]
    context = {
        "title": _("收件箱"),
        "today": today,
        "asked": asked,
        "todos": todos[:TODOS_SHOWN],
        "more": max(0, len(todos) - TODOS_SHOWN),
        "drafts": _drafts(user),
        "news": _news(request, county, today),
        "may_publish": may_publish_notices(user),
        "may_keep_channels": may_keep_channels(user),
        "cards": cards("notices", user, county),
        "breadcrumbs": [(_("通知"), "")],
    }
    return render(request, "supervision/notices/inbox.html", context)


def _drafts(user: Any) -> list[Notice]:
    """Of the own house: what is not out yet, and what has a next version. One query."""
    house = house_of(user) if may_publish_notices(user) else ""
    if not house:
        return []
    fresh = NoticeVersion.objects.visible_to(user).filter(notice=OuterRef("pk"), published_at=None)
    rows = Notice.objects.visible_to(user).filter(Exists(fresh), from_code=house)
    return list(rows.exclude(status=NoticeStatus.WITHDRAWN).order_by("-pk")[:SHOWN])


def _others(user: Any) -> list[Any]:
    sources = [one for one in TODOS if one.key != "notices" and one.allowed(user)]
    return [item for source in sources for item in source.items(user)]


def _news(request: HttpRequest, county: str, today: Any) -> list[Notice]:
    """What was published or withdrawn lately and still holds; services as long as they do. One
    query."""
    days = int(parameters.value(NEWS.key, on=today, county=county))
    since, holds = today - timedelta(days=days), Q(valid_to=None) | Q(valid_to__gte=today)
    rows = here(Notice.objects.visible_to(request.user), request).filter(holds, status__in=OUT)
    fresh = Q(published_on__gte=since) | Q(withdrawn_on__gte=since)
    fresh |= Q(kind=NoticeKind.SERVICE, status=NoticeStatus.PUBLISHED)
    return list(rows.filter(fresh).order_by("-published_on", "-id")[:SHOWN])
