"""Changing passwords. The trail never holds one."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest

from villages.accounts import limits, lockout, sessions, sudo
from villages.accounts.actions.sessions import end_sessions_of
from villages.accounts.actions.tracing import trace
from villages.accounts.choices import EndReason
from villages.accounts.models import PasswordRecord, User
from villages.accounts.one_time import one_time_password
from villages.common import clock


@transaction.atomic
def change_password(
    *, user: User, password: str, by: Any, request: HttpRequest | None = None
) -> int:
    """Sets a password that has passed the rules; other sessions of the person end.

    With the person's own request the present session goes on under a new key. Gives the number
    of sessions that ended.
    """
    _set(user, password, must_change=False)
    keep_key = _renew(request, user) if request else ""
    trace("password.changed", user, by=by)
    return end_sessions_of(user=user, by=by, reason=EndReason.PASSWORD, keep_key=keep_key)


@transaction.atomic
def give_one_time_password(*, user: User) -> str:
    """A password that serves once, to be shown once; the person must change it.

    A lock is lifted. The caller traces who did it and why, and ends the sessions.
    """
    password = one_time_password()
    _set(user, password, must_change=True)
    lockout.release(user.username)
    return password


def _set(user: User, password: str, *, must_change: bool) -> None:
    _remember(user, user.password)
    user.set_password(password)
    user.must_change_password = must_change
    user.password_changed_at = clock.instant()
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])


def _remember(user: User, old: str) -> None:
    """Keeps the hash that goes, and only as many as the rules look at."""
    if not old:
        return
    PasswordRecord.objects.create(user=user, password=old)
    kept = limits.number("password.remembered")
    rows = PasswordRecord.objects.filter(user=user).order_by("-changed_at", "-pk")
    newest = list(rows.values_list("pk", flat=True)[:kept])
    rows.exclude(pk__in=newest).delete()


def _renew(request: HttpRequest, user: User) -> str:
    old = str(request.session.session_key)
    update_session_auth_hash(request, user)
    sessions.follow(request, old)
    sudo.note(request)
    return str(request.session.session_key)
