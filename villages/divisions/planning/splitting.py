"""One village becomes several."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from villages.choices import ChangeKind
from villages.common.errors import DomainError
from villages.divisions import refusals
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode
from villages.divisions.planning.reading import named, townships_now, versions_of
from villages.models import Village


def plan_split(
    *, village: Village, parts: Sequence[NamedCode], main: str, on: date, basis: str, today: date
) -> MapChange:
    """The village goes on as `parts`; `main` is the code of the main one.

    A part with the village's own code is the village itself, smaller. Raises `map_parts`,
    `map_main` and what every change may raise.
    """
    refusals.future_day(on, today)
    refusals.not_on_map([village], on)
    _check_parts(village, parts, main)
    stays = next((one for one in parts if one.code == village.code), None)
    fresh = tuple(one for one in parts if one is not stays)
    places = townships_now(village.county_code)
    for one in fresh:
        refusals.bad_village_code(one.code, village.county_code, places)
    for one in parts:
        refusals.no_name(one.name)
        refusals.name_taken(one, [village.code])
    return MapChange(
        verb=MapVerb.SPLIT,
        county_code=village.county_code,
        effective_on=on,
        basis=basis,
        opens=fresh,
        closes=() if stays else named([village]),
        renames=(stays,) if stays and stays.name != village.name else (),
        follows=_follows(village.code, fresh, main),
        versions=versions_of(village),
    )


def _follows(old: str, fresh: Sequence[NamedCode], main: str) -> tuple[Follow, ...]:
    ordered = sorted(fresh, key=lambda one: one.code != main)
    return tuple(Follow(old, one.code, ChangeKind.SPLIT, one.code == main) for one in ordered)


def _check_parts(village: Village, parts: Sequence[NamedCode], main: str) -> None:
    codes = [one.code for one in parts]
    names = {(one.code[:9], one.name) for one in parts}
    if len(set(codes)) < 2 or len(set(codes)) != len(codes) or len(names) != len(codes):
        raise DomainError(
            "map_parts",
            _("拆分后至少要有两个代码、名称都不同的村。"),
            _("请补全拆分后的村。"),
        )
    if main not in codes:
        raise DomainError("map_main", _("没有指明主要承接村。"), _("请选择一个。"))
