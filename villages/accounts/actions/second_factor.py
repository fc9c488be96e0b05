"""Setting up, showing and removing the second factor."""

import secrets
from datetime import datetime
from typing import Any

import django_otp
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from villages.accounts import otp, sessions
from villages.accounts.actions.sessions import end_sessions_of
from villages.accounts.actions.tracing import trace
from villages.accounts.models import User
from villages.common import clock
from villages.common.errors import DomainError

RECOVERY_CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def begin_setup(*, user: User) -> TOTPDevice:
    """The device being set up; reloading the page shows the same secret."""
    draft = otp.draft_of(user)
    return draft or TOTPDevice.objects.create(user=user, name="phone", confirmed=False)


def confirm_setup(*, request: HttpRequest, user: User, code: str) -> list[str]:
    """Takes the device into use with its first code; gives the recovery codes, once.

    This session counts as shown, other sessions end. Raises DomainError when the code is wrong
    or tried too often.
    """
    draft = begin_setup(user=user)
    _verify(user, draft, code)
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user, confirmed=True).delete()
        TOTPDevice.objects.filter(pk=draft.pk).update(confirmed=True)
        draft.confirmed = True
        _open(request, draft)
        codes = _new_codes(user)
        trace("second_factor.set_up", user, by=user)
        end_sessions_of(user=user, by=user, keep_key=str(request.session.session_key))
    return codes


def show(*, request: HttpRequest, user: User, code: str) -> None:
    """Accepts a code of the phone, or one recovery code; this session then owes nothing.

    A code serves once. Raises DomainError when it is wrong or tried too often.
    """
    plain = otp.normal(code)
    by_phone = plain.isdigit() and len(plain) == 6
    device = otp.phone_of(user) if by_phone else otp.paper_of(user)
    try:
        _verify(user, device, plain if by_phone else otp.recovery_digest(user, plain))
    except DomainError:
        trace("second_factor.failed", user, by=user, result="refused")
        raise
    with transaction.atomic():
        _open(request, device)
        trace("second_factor.shown" if by_phone else "second_factor.recovered", user, by=user)


@transaction.atomic
def renew_recovery_codes(*, user: User, by: Any) -> list[str]:
    """New recovery codes, shown once; the old ones serve no longer."""
    codes = _new_codes(user)
    trace("second_factor.codes_renewed", user, by=by)
    return codes


@transaction.atomic
def remove(*, user: User, by: Any, reason: str = "") -> None:
    """Takes the second factor away: by its owner, or by the security administrator for a lost
    phone. Where it is mandatory the next sign-in asks to set it up again."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    trace("second_factor.removed", user, by=by, reason=reason)


def _verify(user: User, device: Device | None, token: str) -> None:
    """One row lock per attempt, so that a code cannot be used twice at once."""
    if device is None:
        raise DomainError("otp_wrong", _("验证码不正确。"), _("请核对后重新输入。"))
    allowed, why = device.verify_is_allowed()
    if not allowed:
        hint = _("请在 %(seconds)s 秒后再输入。") % {"seconds": _seconds_until(why["locked_until"])}
        raise DomainError("otp_throttled", _("验证码连续输错,请稍候。"), hint)
    if django_otp.verify_token(user, device.persistent_id, token) is None:
        hint = _("请输入手机上当前显示的 6 位数字;每个验证码只能使用一次,手机时间应准确。")
        raise DomainError("otp_wrong", _("验证码不正确。"), hint)


def _seconds_until(instant: datetime) -> int:
    return max(1, round((instant - clock.instant()).total_seconds()))


def _open(request: HttpRequest, device: Device | None) -> None:
    """Marks the session; its key changes because its rights do."""
    django_otp.login(request, device)
    request.session[otp.OWED] = False
    sessions.rotate(request)


def _new_codes(user: User) -> list[str]:
    paper, _created = StaticDevice.objects.get_or_create(user=user, name=otp.RECOVERY)
    paper.token_set.all().delete()
    codes = [_code() for _each in range(RECOVERY_CODES)]
    tokens = [StaticToken(device=paper, token=otp.recovery_digest(user, code)) for code in codes]
    StaticToken.objects.bulk_create(tokens)
    return codes


def _code() -> str:
    """Ten letters in two groups: 49 random bits."""
    signs = "".join(secrets.choice(LETTERS) for _each in range(10))
    return f"{signs[:5]}-{signs[5:]}"
