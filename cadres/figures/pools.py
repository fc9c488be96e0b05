"""Helper pools in numbers."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cadres.figures.places import Place, places
from cadres.models import HelperPosting
from villages.common.figures import Figure
from villages.common.scope import Scope


@dataclass(frozen=True)
class KindCount:
    """Helpers of one kind who help a village, each once, and the villages that they help."""

    name: str
    helpers: int
    villages: int


@dataclass(frozen=True)
class PoolFigures:
    """Helpers in the territory on a day by kind, and the villages that nobody helps."""

    kinds: tuple[KindCount, ...]
    villages: int
    without: tuple[Place, ...]


def pools(scope: Scope, county: str, on: date) -> PoolFigures:
    """Helpers in the villages. Two queries. Source: helper postings in force on the day."""
    rows = HelperPosting.objects.in_scope(scope).in_county(county).on(on).order_by()
    read = ("helper__kind__position", "helper__kind__name", "helper_id", "village_id")
    kinds: dict[tuple[int, str], set[tuple[int, int]]] = defaultdict(set)
    for position, name, helper, village in rows.values_list(*read):
        kinds[position, name].add((helper, village))
    helped = {village for pairs in kinds.values() for _helper, village in pairs}
    known = places(scope, county, on)
    return PoolFigures(
        tuple(_kind(name, pairs) for (_place, name), pairs in sorted(kinds.items())),
        sum(one.pk in helped for one in known),
        tuple(one for one in known if one.pk not in helped),
    )


def pool_figures(found: PoolFigures) -> tuple[Figure, ...]:
    """Villages with a helper as a share of all villages."""
    return (
        Figure.of_share(
            "helpers.village_share", _("有人才帮扶的村"), found.villages,
            found.villages + len(found.without), source=_("人才帮扶台账"),
            definition=_("当天有科技特派员、乡村振兴指导员、乡贤等帮扶的村占全部村。"),
        ),
    )  # fmt: skip


def _kind(name: str, pairs: set[tuple[int, int]]) -> KindCount:
    helpers, villages = {helper for helper, _v in pairs}, {village for _h, village in pairs}
    return KindCount(name, len(helpers), len(villages))
