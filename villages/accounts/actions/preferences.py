"""What people set for themselves. Taste is not audited; nobody else sees it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.models import County


@transaction.atomic
def keep_preferences(*, form: Any) -> None:
    """Saves a valid form of one's own preferences."""
    form.save()


@transaction.atomic
def choose_county(*, user: Any, code: str) -> None:
    """The county that pages show from now on. Raises DomainError outside the territory."""
    known = County.objects.in_scope(user.territory).filter(code=code).exists()
    if not known:
        raise DomainError(
            "county_foreign", _("不能切换到这个县。"), _("请从页面上方的列表中选择。")
        )
    User.objects.filter(pk=user.pk).update(current_county_code=code)
