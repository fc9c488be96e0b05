"""People and posts go along when villages are merged, renumbered or split."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.actions.following import follow
from cadres.actions.stationed_following import follow_stationed
from cadres.models import Posting, PostTenure
from villages.common.registries import MapFollower


def _count(codes: Iterable[str]) -> int:
    rows = PostTenure.objects.open().filter(village__code__in=list(codes))
    return rows.values("person").distinct().count()


def _move(change: Any, by: Any) -> int:
    return follow(change)


def _count_stationed(codes: Iterable[str]) -> int:
    return int(Posting.objects.open().filter(village__code__in=list(codes)).count())


def _move_stationed(change: Any, by: Any) -> int:
    return follow_stationed(change)


FOLLOWERS = (
    MapFollower("cadres", _("在任村干部"), _count, _move),
    MapFollower("stationed", _("驻村人员"), _count_stationed, _move_stationed),
)
