"""The county that one's pages show, changed by a program that names the version it read."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts.actions.preferences import choose_county
from villages.accounts.models import User
from villages.common.errors import DomainError


@transaction.atomic
def work_in_county(*, user: Any, code: str, version: int) -> None:
    """As `choose_county`, and only on this version of the account; `user` then shows the change.

    Raises `account_outdated`, and `county_foreign` outside the territory.
    """
    mine = User.objects.filter(pk=user.pk, version=version)
    if not mine.update(version=version + 1):
        raise DomainError("account_outdated", _("账号资料刚被改动。"), _("请重新读取后再提交。"))
    choose_county(user=user, code=code)
    user.current_county_code, user.version = code, version + 1
