"""Password rules in two profiles: `dengbao` (classified protection 2.0) and `asvs` (OWASP).

dengbao: at least 10 characters, 3 of 4 classes, without the user name, 90 days, last 5 not
again. asvs: at least 12 (15 advised), no classes, no expiry, not made of local words. Both:
long ones and any character allowed, common ones refused.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from villages.accounts import limits, local_words
from villages.accounts.models import User
from villages.common import clock

DENGBAO, ASVS = "dengbao", "asvs"
LONGEST = 256
WARN_DAYS = 7


def profile() -> str:
    """The profile of this installation."""
    return ASVS if settings.PASSWORD_PROFILE == ASVS else DENGBAO


def least_length() -> int:
    """The shortest password allowed."""
    return limits.number(f"password.{profile()}_length")


def classes_of(password: str) -> int:
    """How many of the four classes occur: lower case, upper case, digits, everything else."""
    tests = (str.islower, str.isupper, str.isdigit, lambda one: not one.isalnum())
    return sum(any(test(one) for one in password) for test in tests)


def days_left(user: User) -> int | None:
    """Days until the password expires, negative once it has; None where it never does."""
    if profile() == ASVS or user.is_demo:
        return None
    changed = user.password_changed_at or user.created_at
    expires = changed + timedelta(days=limits.number("password.days"))
    return (expires - clock.instant()).days


def must_change(user: User) -> bool:
    """First sign-in, after a reset, or expired. Demo accounts are spared."""
    if user.is_demo:
        return False
    left = days_left(user)
    return user.must_change_password or (left is not None and left < 0)


def rules_in_words() -> list[str]:
    """What the page says above the field."""
    rules = [_("至少 %(count)s 位") % {"count": least_length()}]
    if profile() == DENGBAO:
        rules.append(_("大写字母、小写字母、数字、符号中至少 3 类"))
        days, kept = limits.number("password.days"), limits.number("password.remembered")
        text = _("不与最近 %(count)s 次相同,%(days)s 天内有效")
        rules.append(text % {"count": kept, "days": days})
    else:
        rules.append(_("建议 15 位以上,例如几个不相干的词连在一起"))
        rules.append(_("不能主要由县乡名称、“党建”“组织部”等本地词语(含拼音)组成"))
    rules.append(_("不包含用户名,不是常见密码;可以粘贴"))
    return rules


class ProfileValidator:
    """Length and, under dengbao, classes."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with every rule that is broken."""
        problems = []
        if len(password) < least_length():
            text = _("密码至少 %(count)s 位,现在是 %(now)s 位。")
            problems.append(text % {"count": least_length(), "now": len(password)})
        if len(password) > LONGEST:
            problems.append(_("密码最长 %(count)s 位。") % {"count": LONGEST})
        if profile() == DENGBAO and classes_of(password) < 3:
            problems.append(_("密码应包含大写字母、小写字母、数字、符号中的至少 3 类。"))
        if problems:
            raise ValidationError(problems, code="password_profile")

    def get_help_text(self) -> str:
        """The rules in one sentence."""
        return ";".join(rules_in_words())


class ContextWordsValidator:
    """The user name is refused under both profiles; local words under asvs."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        folded = password.casefold()
        name = getattr(user, "username", "").casefold()
        if len(name) >= 3 and name in folded:
            raise ValidationError(_("密码不能包含用户名。"), code="password_username")
        if profile() == ASVS and local_words.is_made_of_them(password, user):
            text = _("密码主要由单位、地名、姓名等本地词语或数字组成,容易被猜到。请换一个。")
            raise ValidationError(text, code="password_local_words")

    def get_help_text(self) -> str:
        """The rule in words."""
        return _("密码不能包含用户名。")


class HistoryValidator:
    """Not the present password; under dengbao none of the last ones."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        if getattr(user, "pk", None) is None:
            return
        if any(check_password(password, old) for old in _earlier(user)):
            raise ValidationError(_("这个密码最近用过,请换一个新的。"), code="password_reused")

    def get_help_text(self) -> str:
        """The rule in words."""
        return _("不能与最近用过的密码相同。")


def _earlier(user: User) -> list[str]:
    """Hashes that must not come again: the present one and, under dengbao, those before it."""
    kept = limits.number("password.remembered") if profile() == DENGBAO else 1
    records = user.password_records.order_by("-changed_at", "-pk")
    hashes = [user.password, *records.values_list("password", flat=True)[: kept - 1]]
    return [one for one in hashes if one]
