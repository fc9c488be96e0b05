"""Several villages become one."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from villages.choices import ChangeKind
from villages.common.errors import DomainError
from villages.divisions import refusals
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode
from villages.divisions.planning.reading import named, townships_now, versions_of
from villages.models import Village


def plan_merge(
    *, villages: Sequence[Village], into: NamedCode, on: date, basis: str, today: date
) -> MapChange:
    """The villages end, `into` follows them; with the code of one of them, that one goes on.

    Raises `map_too_few`, `map_counties`, `map_ended`, `map_not_begun`, `map_future`, `map_code…`,
    `map_name_taken`.
    """
    refusals.too_few(villages, 2)
    refusals.future_day(on, today)
    refusals.not_on_map(villages, on)
    county = refusals.several_counties(villages)
    survivor = next((one for one in villages if one.code == into.code), None)
    ending = [one for one in villages if one is not survivor]
    _check_target(into, survivor, county, [one.code for one in ending])
    return MapChange(
        verb=MapVerb.MERGE,
        county_code=county,
        effective_on=on,
        basis=basis,
        opens=() if survivor else (into,),
        closes=named(ending),
        renames=(into,) if survivor and survivor.name != into.name else (),
        follows=tuple(Follow(one.code, into.code, ChangeKind.MERGE) for one in ending),
        versions=versions_of(*villages),
    )


def _check_target(
    into: NamedCode, survivor: Village | None, county: str, ending: list[str]
) -> None:
    refusals.no_name(into.name)
    if survivor is None:
        refusals.bad_village_code(into.code, county, townships_now(county))
    refusals.name_taken(into, ending)
    if survivor is not None and not ending:
        raise DomainError("map_too_few", _("没有要并入的村。"), _("请再选择至少一个村。"))
