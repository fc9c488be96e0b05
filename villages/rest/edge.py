"""The edge of /api/: tokens stay out of addresses, errors are problems, tokens get no cookies."""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse

from villages.rest.problems import CONTENT_TYPE, Problem, answer, plain

PREFIX = "/api/"
# How every token of ours begins (`REST_KNOX`).
_MARK = "vpb_"
_NAMES = frozenset(
    {"token", "access_token", "auth_token", "api_token", "api_key", "apikey", "bearer"}
)
_KEPT = ("Allow", "WWW-Authenticate", "Retry-After", "X-Request-ID")


class ApiEdge:
    """Stands outside sessions and CSRF, so that nothing they add or answer escapes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        response = self._refused(request) or self.get_response(request)
        if response.status_code >= 400 and not _is_problem(response):
            response = _as_problem(request, response)
        if "Authorization" in request.headers:
            response.cookies.clear()
        return response

    def _refused(self, request: HttpRequest) -> HttpResponse | None:
        try:
            given = request.GET
        except SuspiciousOperation:
            return plain(request, 400)
        for name, values in given.lists():
            if name.lower() in _NAMES or any(one.startswith(_MARK) for one in values):
                return answer(request, Problem("token_in_address"))
        return None


def _is_problem(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith(CONTENT_TYPE)


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    made = plain(request, response.status_code)
    for name in _KEPT:
        if name in response:
            made[name] = response[name]
    made.cookies = response.cookies
    return made
