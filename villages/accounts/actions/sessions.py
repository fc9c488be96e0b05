"""Ending sessions: one's own, and everybody's when an account or a right ends."""

from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction

from villages.accounts import sessions
from villages.accounts.actions.tracing import trace
from villages.accounts.choices import EndReason
from villages.accounts.models import PendingForm, User, UserSession
from villages.common import clock

KEPT_DAYS = 180


@transaction.atomic
def end_session(*, row: UserSession, by: Any) -> None:
    """Ends one session at once; ending it twice changes nothing."""
    if sessions.close(UserSession.objects.filter(pk=row.pk), EndReason.REVOKED):
        trace("session.ended", row.user, by=by, count=1)


@transaction.atomic
def end_other_sessions(*, user: User, keep_key: str, by: Any) -> int:
    """Ends every session of a person but the one with this key; how many ended."""
    return end_sessions_of(user=user, by=by, keep_key=keep_key)


@transaction.atomic
def end_sessions_of(
    *,
    user: User,
    by: Any,
    reason: str = EndReason.REVOKED,
    keep_key: str = "",
) -> int:
    """Ends all sessions of a person from this moment on; how many ended.

    `reason` is one of `EndReason` and is told at the sign-in page. The next request of each
    session is turned away.
    """
    rows = UserSession.objects.filter(user=user)
    if keep_key:
        rows = rows.exclude(key_digest=sessions.digest(keep_key))
    if count := sessions.close(rows, reason):
        trace("session.ended", user, by=by, count=count, reason=str(EndReason(reason).label))
    return count


def forget_old() -> int:
    """Removes sessions that ended half a year ago, expired keys and contents nobody fetched.

    For the nightly job; how many rows went.
    """
    now = clock.instant()
    gone = UserSession.objects.filter(started_at__lt=now - timedelta(days=KEPT_DAYS)).delete()[0]
    gone += Session.objects.filter(expire_date__lt=now).delete()[0]
    gone += PendingForm.objects.filter(saved_at__lt=now - timedelta(days=7)).delete()[0]
    return int(gone)
