"""Signing in and out, refusals and locks; each leaves an entry in the trail."""

from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.accounts import limits, lockout, otp, sessions, sudo
from villages.accounts.actions.tracing import trace
from villages.accounts.choices import EndReason
from villages.accounts.models import User, UserSession
from villages.trace.context import origin
from villages.trace.record import record


@transaction.atomic
def sign_in(*, request: HttpRequest, user: User) -> UserSession:
    """Opens a session with a new key for somebody whose password was right.

    Where a second factor is set up, the session owes it: nothing opens before it is shown.
    """
    user.previous_sign_in_at, user.previous_sign_in_from = user.last_login, user.last_sign_in_from
    user.last_sign_in_from = origin().address
    auth.login(request, user)
    fields = ["previous_sign_in_at", "previous_sign_in_from", "last_sign_in_from"]
    user.save(update_fields=fields)
    sudo.note(request)
    request.session[otp.OWED] = otp.phone_of(user) is not None
    row = sessions.begin(request.session, user, agent=request.headers.get("User-Agent", ""))
    _end_oldest(user)
    trace("account.signed_in", user, by=user)
    return row


def _end_oldest(user: User) -> None:
    """Where the number of sessions is limited, the newest ones stay."""
    if most := limits.sessions_at_once():
        newest = UserSession.objects.filter(user=user, ended_at=None).order_by("-started_at")
        kept = list(newest.values_list("pk", flat=True)[:most])
        others = UserSession.objects.filter(user=user).exclude(pk__in=kept)
        sessions.close(others, EndReason.REVOKED)


@transaction.atomic
def sign_out(*, request: HttpRequest) -> None:
    """Ends this session for good: its key opens nothing any more."""
    user, key = request.user, str(request.session.session_key)
    auth.logout(request)
    if not isinstance(user, User):
        return
    rows = UserSession.objects.filter(key_digest=sessions.digest(key))
    sessions.close(rows, EndReason.SIGNED_OUT)
    trace("account.signed_out", user, by=user)


def refuse(*, request: HttpRequest, username: str) -> None:
    """The trail of a wrong password, and of the lock that it caused.

    Attempts during a lock write nothing: whoever guesses shall not fill the trail.
    """
    lock = getattr(request, "portal_lock", None)
    if lock is not None and not lock.began:
        return
    user = User.objects.filter(username=username).first()
    name = user.name if user else _masked(username)
    county = user.home_code[:6] if user and len(user.home_code) >= 6 else ""
    about = {"by": name, "name": name, "county": county, "result": "refused"}
    record("account.sign_in_failed", **about)  # type: ignore[arg-type]
    if lock is not None:
        record("account.locked", after={"minutes": lock.minutes}, **about)  # type: ignore[arg-type]


def _masked(username: str) -> str:
    """People type passwords into the wrong field: an unknown name is not kept in full."""
    return _("未知用户 %(begin)s***") % {"begin": username[:2]}


@transaction.atomic
def unlock(*, user: User, by: object, reason: str = "") -> int:
    """Forgets wrong passwords of a user, so that he may try again now; how many there were."""
    count = lockout.release(user.username)
    trace("account.unlocked", user, by=by, reason=reason)
    return count
