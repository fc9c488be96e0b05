"""What a new unit takes over from those it follows: its people and its basic figures."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from villages.accounts.models import Jurisdiction
from villages.common.codes import Level
from villages.divisions.mapchange import Follow, MapChange, MapVerb
from villages.models import Village, VillageProfile

FIGURES = ("households", "population", "members", "women_members", "farmland_mu", "groups")


def give_jurisdictions(change: MapChange, *, by: Any) -> int:
    """People who act in an ending unit act in its successors too, from that day; how many rights.

    The old right stays: the old unit's papers remain theirs to read.
    """
    followers = _by_old(change.follows)
    rows = Jurisdiction.objects.filter(unit_code__in=list(followers)).filter(
        Q(ends_on=None) | Q(ends_on__gte=change.effective_on)
    )
    held = set(
        Jurisdiction.objects.filter(
            user__in=rows.values("user"), unit_code__in=[one.new for one in change.follows]
        ).values_list("user_id", "unit_code")
    )
    wanted = {(row.user_id, new): row for row in rows for new in followers[row.unit_code]}
    given = [
        _right(row, new, change, by)
        for (user, new), row in wanted.items()
        if (user, new) not in held
    ]
    Jurisdiction.objects.bulk_create(given)
    return len(given)


def _by_old(follows: Iterable[Follow]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in follows:
        found.setdefault(one.old, []).append(one.new)
    return found


def _right(row: Jurisdiction, code: str, change: MapChange, by: Any) -> Jurisdiction:
    return Jurisdiction(
        user_id=row.user_id,
        unit_code=code,
        starts_on=max(row.starts_on, change.effective_on),
        ends_on=row.ends_on,
        reason=change.basis[:200],
        granted_by_id=by.pk,
    )


def give_profiles(change: MapChange) -> int:
    """The latest basic figures of merged villages added up, of renumbered ones as they are.

    An unknown figure of one makes the sum unknown. A split gives none: nobody counted the parts.
    """
    if change.verb is MapVerb.SPLIT:
        return 0
    sources = _sources(change)
    villages = Village.objects.in_bulk(list(sources), field_name="code")
    latest = _latest({code for codes in sources.values() for code in codes})
    rows = [
        _profile(villages[new], [latest.get(old) for old in olds], change)
        for new, olds in sources.items()
    ]
    VillageProfile.objects.bulk_create([row for row in rows if row], ignore_conflicts=True)
    return sum(row is not None for row in rows)


def _sources(change: MapChange) -> dict[str, list[str]]:
    """Predecessors of each village; one that goes on under its code counts itself."""
    found: dict[str, list[str]] = {}
    opened = {one.code for one in change.opens}
    for one in change.follows:
        if len(one.new) == Level.VILLAGE:
            own = [] if one.new in opened else [one.new]
            found.setdefault(one.new, own).append(one.old)
    return found


def _latest(codes: set[str]) -> dict[str, VillageProfile]:
    rows = VillageProfile.objects.filter(village__code__in=codes).select_related("village")
    return {row.village.code: row for row in rows.order_by("as_of")}


def _profile(
    village: Village, parts: Sequence[VillageProfile | None], change: MapChange
) -> VillageProfile | None:
    known = [one for one in parts if one is not None]
    if len(known) < len(parts):
        return None
    return VillageProfile(
        village=village,
        county_code=village.county_code,
        as_of=change.effective_on,
        source=_("承接 %s") % "、".join(one.village.name for one in known),
        **{name: _sum([getattr(one, name) for one in known]) for name in FIGURES},
    )


def _sum(values: Sequence[Any]) -> Any:
    return None if any(one is None for one in values) else sum(values)
