"""Gives each request an id and an origin."""

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from villages.trace.context import Origin, coming_from

_SAFE = re.compile(r"^[A-Za-z0-9._-]{8,36}$")


def client_address(request: HttpRequest) -> str:
    """The visitor's address; X-Forwarded-For counts only behind that many trusted proxies."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.TRUSTED_PROXIES:
        return direct
    chain = [*str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(","), direct]
    hops = [hop.strip() for hop in chain if hop.strip()]
    return hops[-settings.TRUSTED_PROXIES - 1] if len(hops) > settings.TRUSTED_PROXIES else direct


def _request_id(request: HttpRequest) -> str:
    given = str(request.META.get("HTTP_X_REQUEST_ID", ""))
    return given if _SAFE.match(given) else uuid.uuid4().hex


class RequestTrace:
    """Sets `request.request_id`, echoes it in `X-Request-ID`, and marks where acts come from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = _request_id(request)  # type: ignore[attr-defined]
        channel = "api" if request.path.startswith("/api/") else "page"
        where = Origin(client_address(request), request.request_id, channel)  # type: ignore[attr-defined]
        with coming_from(where):
            response = self.get_response(request)
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        return response
