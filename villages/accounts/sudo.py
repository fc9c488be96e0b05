"""Weighty acts ask for the password again when it was given too long ago."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from villages.accounts import pending
from villages.common import clock

GIVEN_AT = "password_given_at"
MINUTES = 10
View = Callable[..., HttpResponse]


def recent(request: HttpRequest, minutes: int = MINUTES) -> bool:
    """Whether this session gave its password within the last minutes; signing in counts."""
    given = request.session.get(GIVEN_AT, 0)
    age = clock.instant().timestamp() - given
    return bool(0 <= age < timedelta(minutes=minutes).total_seconds())


def note(request: HttpRequest) -> None:
    """The password has just been given."""
    request.session[GIVEN_AT] = clock.instant().timestamp()


def ask(request: HttpRequest) -> HttpResponse:
    """Sends to the page that asks for the password and comes back; typed fields are kept."""
    back = request.get_full_path()
    if request.method == "POST":
        pending.keep_fields(request, request.user.pk)  # type: ignore[arg-type]
        back = pending.page_of(request)
    return HttpResponseRedirect(f"{reverse('accounts:confirm')}?{urlencode({'next': back})}")


def needs_recent_password(view: View) -> View:
    """The view opens only within ten minutes of a password: tokens, roles, unmasked exports."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if recent(request) else ask(request)

    return guarded
