"""Carrying out a change of the map: one transaction, one entry in the trail."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from villages import registries
from villages.accounts.perms import may_change_map
from villages.actions.inheriting import give_jurisdictions, give_profiles
from villages.actions.renaming import rename
from villages.choices import TownshipKind
from villages.common.codes import Level, township_kind_of, village_kind_of
from villages.common.errors import DomainError
from villages.divisions.finding import refresh
from villages.divisions.mapchange import MapChange, NamedCode
from villages.divisions.planning.reading import versions_of
from villages.models import County, Succession, Township, Village
from villages.trace.record import record


@transaction.atomic
def apply_change(*, change: MapChange, by: Any, digest: str) -> MapChange:
    """Does what was previewed: units end and begin, people and figures follow.

    `digest` is that of the preview. Old codes stay addressable. Raises `map_not_allowed`,
    `map_outdated` when the map moved since the preview.
    """
    _refuse_stranger(by, change)
    units = _locked(change)
    if digest != change.digest or versions_of(*units.values()) != change.versions:
        raise DomainError(
            "map_outdated", _("预览之后区划又有变动。"), _("请重新预览,核对后再确认。")
        )
    _open(change, units)
    _close(change)
    _follow(change)
    for one in change.renames:
        rename(unit=units[one.code], name=one.name, on=change.effective_on, basis=change.basis)
    give_profiles(change)
    give_jurisdictions(change, by=by)
    moved = {one.key: one.move(change, by) for one in registries.followers()}
    _trace(change, by, moved)
    return change


def _refuse_stranger(by: Any, change: MapChange) -> None:
    allowed = may_change_map(by) or getattr(by, "role", "") == "service"
    if not allowed or not by.territory.covers(change.county_code):
        raise DomainError(
            "map_not_allowed", _("只有本县组织部门可以变更区划。"), _("请联系县委组织部。")
        )


def _locked(change: MapChange) -> dict[str, Any]:
    codes = list(change.versions)
    townships = Township.objects.select_for_update().filter(code__in=codes)
    villages = Village.objects.select_for_update().filter(code__in=codes)
    return {one.code: one for one in (*townships, *villages)}


def _open(change: MapChange, units: dict[str, Any]) -> None:
    county = County.objects.get(code=change.county_code)
    townships = [_township(one, county, change) for one in change.opens_townships]
    Township.objects.bulk_create(townships)
    places = {one.code: one for one in Township.objects.filter(county=county, valid_to=None)}
    origins = _origins(change, units)
    Village.objects.bulk_create(
        _village(one, places[one.code[:9]], change, origins.get(one.code)) for one in change.opens
    )


def _origins(change: MapChange, units: dict[str, Any]) -> dict[str, Village]:
    """The village whose classes a new one takes: the first of those it follows."""
    found: dict[str, Village] = {}
    for one in change.follows:
        if len(one.new) == Level.VILLAGE:
            found.setdefault(one.new, units[one.old])
    return found


def _township(one: NamedCode, county: County, change: MapChange) -> Township:
    kind = township_kind_of(one.code) or TownshipKind.ENTERPRISE
    unit = Township(
        code=one.code, name=one.name, county=county, county_code=county.code,
        kind=str(kind), valid_from=change.effective_on,
    )  # fmt: skip
    refresh(unit, one.code)
    return unit


def _village(
    one: NamedCode, township: Township, change: MapChange, origin: Village | None
) -> Village:
    unit = Village(
        code=one.code, name=one.name, township=township, county_code=change.county_code,
        kind=str(origin.kind if origin else village_kind_of(one.code)),
        urban_rural=origin.urban_rural if origin else "", valid_from=change.effective_on,
    )  # fmt: skip
    refresh(unit, one.code)
    return unit


def _close(change: MapChange) -> None:
    ends = {"valid_to": change.last_day, "version": F("version") + 1}
    Village.objects.filter(code__in=[one.code for one in change.closes]).update(**ends)
    Township.objects.filter(code__in=[one.code for one in change.closes_townships]).update(**ends)


def _follow(change: MapChange) -> None:
    Succession.objects.bulk_create(
        Succession(
            unit_code=one.old, successor_code=one.new, county_code=change.county_code,
            township_code=one.old[:9], kind=one.kind, effective_on=change.effective_on,
            is_main=one.is_main, basis=change.basis,
        )
        for one in change.follows
    )  # fmt: skip


def _trace(change: MapChange, by: Any, moved: dict[str, int]) -> None:
    model = Village if len(change.main_code) == Level.VILLAGE else Township
    record(
        f"map.{change.verb}",
        model.objects.get(code=change.main_code),
        by=by,
        before={"ended": [f"{one.code} {one.name}" for one in _ended(change)][:50]},
        after={
            "effective_on": change.effective_on,
            "begun": [f"{one.code} {one.name}" for one in _begun(change)][:50],
            **{key: count for key, count in moved.items() if count},
        },
        reason=change.basis,
        count=len(change.follows),
        rows=[(one.old, one.new, one.kind, one.is_main) for one in change.follows],
    )


def _ended(change: MapChange) -> tuple[NamedCode, ...]:
    return (*change.closes_townships, *change.closes)


def _begun(change: MapChange) -> tuple[NamedCode, ...]:
    return (*change.opens_townships, *change.opens, *change.renames)
