"""Ways back in: a new password, an early end of a lock, a lost phone."""

from typing import Any

from django.db import transaction

from villages.accounts.actions import permits, second_factor, signing_in
from villages.accounts.actions.sessions import end_sessions_of
from villages.accounts.actions.tracing import trace
from villages.accounts.choices import EndReason
from villages.accounts.models import User
from villages.accounts.one_time import one_time_password


@transaction.atomic
def reset_password(*, subject: User, by: Any, reason: str) -> str:
    """A password that serves once; the old one and all sessions end. Never traced itself."""
    permits.may_change(by, subject)
    password = new_password(subject)
    end_sessions_of(user=subject, by=by, reason=EndReason.PASSWORD)
    trace("user.password_reset", subject, by=by, reason=reason)
    return password


@transaction.atomic
def unlock_account(*, subject: User, by: Any, reason: str) -> None:
    """Somebody who mistyped too often may try again now."""
    permits.may_change(by, subject)
    signing_in.unlock(user=subject, by=by, reason=reason)


@transaction.atomic
def remove_second_factor(*, subject: User, by: Any, reason: str) -> None:
    """For a lost phone: the next sign-in asks to set it up again; all sessions end."""
    permits.may_change(by, subject)
    second_factor.remove(user=subject, by=by, reason=reason)
    end_sessions_of(user=subject, by=by)


def new_password(subject: User) -> str:
    """A password that serves once, set and given back; the caller has checked who acts."""
    password = one_time_password()
    subject.set_password(password)
    subject.must_change_password = True
    subject.password_changed_at = None
    subject.save(update_fields=["password", "must_change_password", "password_changed_at"])
    return password
