"""The edge of the pages: refusals become messages, personal pages are never stored."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from villages.common.errors import DomainError


class DomainErrors:
    """Turns a `DomainError` into a page that says what is wrong and what to do (409)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page; anything but a DomainError passes on."""
        if not isinstance(error, DomainError):
            return None
        return render(request, "errors/409.html", {"error": error}, status=409)


class NoStore:
    """Pages behind sign-in are private and kept in no cache, shared or local."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response
