"""The page that needs no sign-in (基本信息公开)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cadres.figures.public import is_open, open_townships, public_township
from villages.common import clock

SECONDS = 300
_NOWHERE = "nowhere"


def _not_indexed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Search engines keep names long after a term: they may not take these pages."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return marked


@login_not_required
@require_safe
@_not_indexed
def index(request: HttpRequest) -> HttpResponse:
    """Townships of the counties that show their page; 404 where none does."""
    today = clock.today()
    counties = open_townships(today)
    if not counties:
        raise Http404(_("没有公开的信息。"))
    return render(request, "cadres/public/index.html", {"counties": counties, "today": today})


@login_not_required
@require_safe
@_not_indexed
def township(request: HttpRequest, code: str) -> HttpResponse:
    """The villages of one township with names, posts and how to reach the office."""
    today = clock.today()
    # The switch is asked each time: a page that was closed is closed at once.
    if not is_open(code[:6], today):
        raise Http404(_("没有公开的信息。"))
    key = f"cadres:public:{code}:{today.isoformat()}"
    found = cache.get(key)
    if found is None:
        found = public_township(code, today) or _NOWHERE
        cache.set(key, found, SECONDS)
    if found == _NOWHERE:
        raise Http404(_("没有公开的信息。"))
    return render(request, "cadres/public/township.html", {"found": found, "today": today})
