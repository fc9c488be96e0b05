"""Townships end; all their villages go on under codes of another township."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from villages.choices import ChangeKind
from villages.common.errors import DomainError
from villages.divisions import refusals
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode
from villages.divisions.planning.reading import named, new_codes, townships_now, versions_of
from villages.models import Township, Village


def plan_townships(
    *,
    townships: Sequence[Township],
    into: NamedCode,
    on: date,
    basis: str,
    today: date,
    codes: Mapping[str, str] | None = None,
) -> MapChange:
    """The townships end and `into`, an existing township or a new one, takes all their villages.

    An existing one may take a new name. Raises what every change may raise.
    """
    ending = [one for one in townships if one.code != into.code]
    refusals.too_few(ending, 1)
    refusals.future_day(on, today)
    county = refusals.several_counties(ending)
    villages = _villages_of(ending)
    refusals.not_on_map([*ending, *villages], on)
    target = _target(into, county, on)
    renumbered = new_codes(villages, into.code, codes or {})
    opens = tuple(NamedCode(renumbered[one.code], one.name) for one in villages)
    _check_villages(opens, county, into.code)
    return MapChange(
        verb=MapVerb.TOWNSHIPS,
        county_code=county,
        effective_on=on,
        basis=basis,
        opens_townships=() if target else (into,),
        opens=opens,
        closes=named(villages),
        closes_townships=named(ending),
        renames=(into,) if target and target.name != into.name else (),
        follows=_follows(ending, into.code, renumbered),
        versions=versions_of(*ending, *villages, *([target] if target else [])),
    )


def _villages_of(townships: Sequence[Township]) -> list[Village]:
    rows = Village.objects.filter(township__in=[one.pk for one in townships], valid_to=None)
    return list(rows.order_by("code"))


def _target(into: NamedCode, county: str, on: date) -> Township | None:
    refusals.no_name(into.name)
    target: Township | None = Township.objects.filter(code=into.code).first()
    if target is None:
        refusals.bad_township_code(into.code, county)
        return None
    refusals.not_on_map([target], on)
    refusals.several_counties([target, Township(county_code=county)])
    return target


def _check_villages(opens: Sequence[NamedCode], county: str, township: str) -> None:
    seen: set[str] = set()
    places = [*townships_now(county), township]
    for one in opens:
        refusals.bad_village_code(one.code, county, places)
        refusals.name_taken(one, [])
        if one.name in seen:
            message = _("合并后会有两个“%s”。") % one.name
            raise DomainError("map_name_taken", message, _("请先为其中一个村改名。"), name=message)
        seen.add(one.name)


def _follows(
    ending: Sequence[Township], into: str, renumbered: Mapping[str, str]
) -> tuple[Follow, ...]:
    townships = [Follow(one.code, into, ChangeKind.MERGE) for one in ending]
    villages = [Follow(old, new, ChangeKind.RECODE) for old, new in renumbered.items()]
    return (*townships, *villages)
