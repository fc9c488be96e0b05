"""A change of rights that nothing stands against any more."""

from datetime import date
from typing import Any

from villages.accounts.actions import permits
from villages.accounts.actions.jurisdictions import place
from villages.accounts.actions.tracing import trace
from villages.accounts.models import User


def apply(
    subject: User, role: str, codes: list[str], *, by: Any, reason: str, ends_on: date | None
) -> None:
    """Role first, then places; an account that waited for this starts.

    The caller has checked who acts. Raises `last_security_admin`.
    """
    if role != subject.role:
        permits.not_the_last_one(subject)
        _set_role(subject, role, by=by, reason=reason)
    first = not (subject.is_active or subject.last_login or subject.jurisdictions.exists())
    place(subject=subject, codes=codes, by=by, reason=reason, ends_on=ends_on)
    if first:
        User.objects.filter(pk=subject.pk).update(is_active=True)
        subject.is_active = True
        trace("user.started", subject, by=by)


def _set_role(subject: User, role: str, *, by: Any, reason: str) -> None:
    before, subject.role = subject.role, role
    User.objects.filter(pk=subject.pk).update(role=role)
    change = {"before": {"role": before}, "after": {"role": role}}
    trace("user.role_set", subject, by=by, reason=reason, **change)
