"""Sessions, standing and forced steps of the person behind a request."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import Resolver404, resolve, reverse

from villages.accounts import pending, sessions, standing, steps
from villages.accounts.models import UserSession
from villages.common import clock

GetResponse = Callable[[HttpRequest], HttpResponse]
# A page that asks for progress by itself is no sign of a person: the session may go idle.
POLL = "X-Portal-Poll"


class SessionGuard:
    """Ends sessions that are over, and keeps what was typed in them.

    It works before the check of the form's token: that token changes with a new sign-in, and
    the contents would be lost to a refusal.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        row = sessions.row_of(request)
        if row is None:
            _register(request)
            return self.get_response(request)
        now = clock.instant()
        if reason := sessions.why_over(row, request.session, now):
            return self._turn_away(request, row, reason)
        if request.headers.get(POLL) is None:
            sessions.touch(row, now)
        return self.get_response(request)

    def _turn_away(self, request: HttpRequest, row: UserSession, reason: str) -> HttpResponse:
        public = _is_public(request)
        if not public:
            pending.keep(request, row, reason)
        sessions.close(UserSession.objects.filter(pk=row.pk), reason)
        request.session.flush()
        if public:
            request.session_over = reason  # type: ignore[attr-defined]
            return self.get_response(request)
        return to_sign_in(request, reason)


def _register(request: HttpRequest) -> None:
    """A sign-in made without the sign-in page gets its row, and with it the same limits."""
    if request.COOKIES and request.user.is_authenticated:
        agent = request.headers.get("User-Agent", "")
        sessions.begin(request.session, request.user, agent=agent)


def _is_public(request: HttpRequest) -> bool:
    """Pages that need no session, programs that get their own answer, addresses of nothing."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return True
    return _is_api(request) or getattr(view, "login_required", True) is False


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def to_sign_in(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The sign-in page, which afterwards leads back to where one was."""
    back = request.get_full_path()
    is_part = request.headers.get("HX-Request") == "true"
    if request.method not in {"GET", "HEAD"} or is_part:
        back = pending.page_of(request)
    query = urlencode({"next": back, **({"over": reason} if reason else {})})
    url = f"{reverse('accounts:sign_in')}?{query}"
    # A part of a page cannot show the sign-in page: htmx is told to load it as a whole.
    return HttpResponse(headers={"HX-Redirect": url}) if is_part else HttpResponseRedirect(url)


class Standing:
    """Where the person stands: county, counties, absent colleague; before the view runs."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        standing.settle(request)
        return self.get_response(request)


class ForcedSteps:
    """Nothing opens before the second factor is shown and a due password change is made."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """The page of the step that is due, or a refusal that programs understand."""
        if not request.user.is_authenticated:
            return None
        step = steps.next_step(request)
        if step is None or steps.is_open(view, step):
            return None
        return _refusal(step) if _is_api(request) else _to_step(request, step)


def _refusal(step: steps.Step) -> HttpResponse:
    problem = {
        "type": "about:blank",
        "title": str(step.text),
        "status": 403,
        "code": step.code,
        "detail": str(step.text),
    }
    return JsonResponse(problem, status=403, content_type="application/problem+json")


def _to_step(request: HttpRequest, step: steps.Step) -> HttpResponse:
    back = request.get_full_path()
    if request.method == "POST":
        pending.keep_fields(request, request.user.pk)  # type: ignore[arg-type]
        back = pending.page_of(request)
    url = f"{reverse(step.url_name)}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
