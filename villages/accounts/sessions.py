"""Sign-ins as rows: found by the digest of the session key, ended by time or by people."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from villages.accounts import limits
from villages.accounts.browsers import browser_words
from villages.accounts.choices import EndReason
from villages.accounts.models import User, UserSession
from villages.common import clock
from villages.trace.context import origin

IDLE, ABSOLUTE = "idle_seconds", "absolute_seconds"
TOUCH_EVERY = timedelta(minutes=1)


def digest(key: str) -> str:
    """What stands in the database instead of a session key."""
    return hashlib.sha256(key.encode()).hexdigest()


def row_of(request: HttpRequest) -> UserSession | None:
    """The sign-in that this request's cookie belongs to, ended or not. At most one query."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if not key:
        return None
    return UserSession.objects.filter(key_digest=digest(key)).first()


def begin(session: SessionBase, user: User, *, agent: str = "") -> UserSession:
    """Registers a sign-in and keeps its limits in the session, so that no request asks for them."""
    session[IDLE], session[ABSOLUTE] = limits.idle_seconds(), limits.absolute_seconds()
    session.save()
    about = {"user": user, "address": origin().address, "browser": browser_words(agent)}
    # Two first requests may come at once.
    row, _new = UserSession.objects.get_or_create(
        key_digest=digest(str(session.session_key)), defaults=about
    )
    return row


def why_over(row: UserSession, session: SessionBase, now: datetime) -> str:
    """The reason why this sign-in holds no longer; empty while it holds."""
    if row.ended_at is not None:
        return row.end_reason or EndReason.REVOKED
    if IDLE not in session:
        return EndReason.EXPIRED
    if now - row.started_at >= timedelta(seconds=session[ABSOLUTE]):
        return EndReason.EXPIRED
    idle = now - row.seen_at >= timedelta(seconds=session[IDLE])
    return EndReason.IDLE if idle else ""


def touch(row: UserSession, now: datetime) -> None:
    """Remembers activity, at most once a minute: not every request should write."""
    if now - row.seen_at >= TOUCH_EVERY:
        UserSession.objects.filter(pk=row.pk, seen_at__lt=now).update(seen_at=now)


def close(rows: Any, reason: str) -> int:
    """Marks open sign-ins of a queryset as ended; how many there were."""
    return int(rows.filter(ended_at=None).update(ended_at=clock.instant(), end_reason=reason))


def open_sessions(user: User) -> Any:
    """Sign-ins of a person that may still hold, the latest activity first."""
    since = clock.instant() - timedelta(seconds=limits.idle_seconds())
    return UserSession.objects.filter(user=user, ended_at=None, seen_at__gt=since)


def rotate(request: HttpRequest) -> None:
    """A new key for the same sign-in: its rights have changed, an old cookie must not have them."""
    old = str(request.session.session_key)
    request.session.cycle_key()
    follow(request, old)


def follow(request: HttpRequest, old_key: str) -> None:
    """The row of a sign-in whose key was changed keeps up with it."""
    new = digest(str(request.session.session_key))
    UserSession.objects.filter(key_digest=digest(old_key)).update(key_digest=new)
