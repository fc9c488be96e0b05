"""Opening, changing, closing accounts. An account is disabled, never deleted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from villages.accounts.actions import decisions, delegations, permits, requests
from villages.accounts.actions.credentials import new_password
from villages.accounts.actions.jurisdictions import home_of
from villages.accounts.actions.sessions import end_sessions_of
from villages.accounts.actions.tracing import trace
from villages.accounts.choices import EndReason
from villages.accounts.models import AccessRequest, User
from villages.accounts.one_time import one_time_password
from villages.common.errors import DomainError


@dataclass(frozen=True)
class Opened:
    """A new account, its password (shown once), and the request it may be waiting for."""

    user: User
    password: str
    request: AccessRequest | None = None


@transaction.atomic
def open_account(
    *,
    username: str,
    name: str,
    role: str,
    codes: Iterable[str],
    by: Any,
    reason: str,
    unit_name: str = "",
    county_code: str = "",
    ends_on: date | None = None,
) -> Opened:
    """An account that starts at once, or when a second person has agreed to its reach.

    Raises what `permits` and `requests.change_access` raise.
    """
    permits.may_manage(by)
    wanted = permits.units_fit(role, codes, by)
    home = home_of(wanted, otherwise=county_code)
    _home_inside(home, by)
    password = one_time_password()
    user = User.objects.create_user(
        username, password, name=name, role=role, unit_name=unit_name, home_code=home,
        current_county_code=home[:6] if len(home) >= 6 else "", is_active=False,
    )  # fmt: skip
    after = {"username": username, "name": name, "role": role, "unit_name": unit_name}
    trace("user.opened", user, by=by, after=after, reason=reason)
    request = requests.change_access(
        subject=user, role=role, codes=wanted, by=by, reason=reason, ends_on=ends_on
    )
    return Opened(user, password, request)


def _home_inside(home: str, by: Any) -> None:
    if not by.territory.covers(home):
        raise DomainError("units_unknown", _("没有这个单位,或不在您的管辖范围内。"))


@transaction.atomic
def update_account(*, subject: User, name: str, unit_name: str, version: int, by: Any) -> User:
    """New name or unit name. Raises `version_conflict` when somebody was quicker."""
    permits.may_change(by, subject)
    before = {"name": subject.name, "unit_name": subject.unit_name}
    after = {"name": name, "unit_name": unit_name}
    changed = {key for key in after if after[key] != before[key]}
    if not changed:
        return subject
    rows = User.objects.filter(pk=subject.pk, version=version)
    if not rows.update(**after, version=F("version") + 1):
        raise DomainError(
            "version_conflict",
            _("%(name)s的资料刚被他人修改,您的改动没有保存。") % {"name": subject.name},
            _("请刷新页面,查看最新内容后再修改。"),
        )
    subject.refresh_from_db()
    words = {"before": _only(before, changed), "after": _only(after, changed)}
    trace("user.updated", subject, by=by, **words)
    return subject


def _only(values: dict[str, str], keys: set[str]) -> dict[str, str]:
    return {key: values[key] for key in sorted(keys)}


@transaction.atomic
def disable_account(*, subject: User, by: Any, reason: str) -> None:
    """Closes every way in at once: sessions, deputyships, waiting requests.

    Raises `last_security_admin`, and what `permits.may_change` raises.
    """
    permits.may_change(by, subject)
    close_account(subject, by=by, reason=reason)


def close_account(subject: User, *, by: Any, reason: str) -> None:
    """As `disable_account`, for callers that have checked who acts."""
    permits.not_the_last_one(subject)
    decisions.withdraw_all(subject, by=by)
    if not subject.is_active:
        return
    User.objects.filter(pk=subject.pk).update(is_active=False, version=F("version") + 1)
    subject.is_active = False
    delegations.end_all(subject, by=by)
    end_sessions_of(user=subject, by=by, reason=EndReason.DISABLED)
    trace("user.disabled", subject, by=by, reason=reason)


@transaction.atomic
def enable_account(*, subject: User, by: Any, reason: str) -> str:
    """A disabled account opens again with a new password, which is given back.

    Raises `account_waits` for an account that never started.
    """
    permits.may_change(by, subject)
    asked = AccessRequest.objects.filter(subject=subject)
    if not subject.jurisdictions.exists() and asked.exists():
        raise DomainError(
            "account_waits",
            _("%(name)s的授权还没有通过审批,不能启用。") % {"name": subject.name},
            _("请在“授权申请”中办理。"),
        )
    User.objects.filter(pk=subject.pk).update(is_active=True, version=F("version") + 1)
    subject.is_active = True
    password = new_password(subject)
    trace("user.enabled", subject, by=by, reason=reason)
    return password
