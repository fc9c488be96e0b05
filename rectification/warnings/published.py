"""Which colours a person may already see: a new event is first told to those concerned."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from rectification.warnings.models import Alert, VillageWarning
from rectification.warnings.perms import may_see_unpublished
from rectification.warnings.states import LIVE


def published(user: Any, at: datetime) -> Any:
    """The colours of the territory that this person may see at this moment."""
    rows = VillageWarning.objects.visible_to(user)
    return rows if may_see_unpublished(user) else rows.exclude(_announced_only(at))


def waiting(user: Any, at: datetime) -> Any:
    """The colours of the territory that are not for everybody yet."""
    return VillageWarning.objects.visible_to(user).filter(_announced_only(at))


def _announced_only(at: datetime) -> Exists:
    """A live event of that month or an earlier one whose time of notice still runs."""
    return Exists(
        Alert.objects.filter(
            village=OuterRef("village"), raised_month__lte=OuterRef("month"), public_at__gt=at,
            status__in=LIVE,
        )
    )  # fmt: skip
