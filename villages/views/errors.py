"""Pages that say what went wrong, what to do next, and which number to name to whoever helps."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from villages.accounts import pending

BARE = (500, 503)


@dataclass(frozen=True)
class Refusal:
    """The words of an error page where the one who refused has something to say."""

    message: str = ""
    hint: str = ""


def problem(request: HttpRequest, status: int, message: str = "", hint: str = "") -> HttpResponse:
    """The page for 400, 403, 404, 409, 429, 500 or 503.

    Words given here replace the usual ones, except on the bare pages of 500 and 503.
    """
    if status in BARE:
        return _bare(request, status)
    words = {"error": Refusal(message, hint), "status": status}
    return render(request, f"errors/{status}.html", words, status=status)


@login_not_required
def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400: the address or the form could not be read."""
    return problem(request, 400)


@login_not_required
def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403: known place, missing right. A foreign row is a 404 and never comes here."""
    return problem(request, 403, str(exception or ""))


@login_not_required
def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404: no such page, or not inside this person's territory; the two look the same."""
    return problem(request, 404)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was opened too long ago or in another sign-in; what was typed is kept."""
    pending.keep_refused(request)
    return render(request, "403_csrf.html", {"error": Refusal(), "status": 403}, status=403)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500: something unforeseen happened."""
    return _bare(request, 500)


def _bare(request: HttpRequest, status: int) -> HttpResponse:
    """Rendered without context processors: they, or the database, may be what failed."""
    number = getattr(request, "request_id", "")
    page = render_to_string(f"errors/{status}.html", {"request_id": number})
    return HttpResponse(page, status=status)
