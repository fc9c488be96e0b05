"""What a successor takes over from an account itself: list views shared with the county."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.models import User
from villages.common.registries import HandoverSource
from villages.lists.models import SavedView


def _shared(user: User) -> list[SavedView]:
    """Personal views stay with their owner; a name that the successor has keeps the old owner."""
    return list(SavedView.objects.filter(owner=user).exclude(county_code=""))


def _count(leaver: User) -> int:
    return len(_shared(leaver))


def _move(leaver: User, successor: User, by: object) -> int:
    taken = set(SavedView.objects.filter(owner=successor).values_list("list_key", "name"))
    free = [view.pk for view in _shared(leaver) if (view.list_key, view.name) not in taken]
    return SavedView.objects.filter(pk__in=free).update(owner=successor)


HANDOVER = (HandoverSource("shared_views", _("共享的列表视图"), _count, _move),)
