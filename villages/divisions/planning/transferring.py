"""Villages move to another township of the county and take codes of that township."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from villages.choices import ChangeKind
from villages.common.errors import DomainError
from villages.divisions import refusals
from villages.divisions.mapchange import Follow, MapChange, MapVerb, NamedCode
from villages.divisions.planning.reading import named, new_codes, townships_now, versions_of
from villages.models import Township, Village


def plan_transfer(
    *,
    villages: Sequence[Village],
    township: Township,
    on: date,
    basis: str,
    today: date,
    codes: Mapping[str, str] | None = None,
) -> MapChange:
    """Each village ends and goes on under a new code in `township`.

    `codes` names new codes by old ones; the rest are numbered. Raises `map_same_township` and what
    every change may raise.
    """
    refusals.too_few(villages, 1)
    refusals.future_day(on, today)
    refusals.not_on_map([*villages, township], on)
    county = refusals.several_counties([*villages, township])
    _check_moving(villages, township)
    renumbered = new_codes(villages, township.code, codes or {})
    opens = tuple(NamedCode(renumbered[one.code], one.name) for one in villages)
    places = townships_now(county)
    for one in opens:
        refusals.bad_village_code(one.code, county, places)
        refusals.name_taken(one, [])
    return MapChange(
        verb=MapVerb.TRANSFER,
        county_code=county,
        effective_on=on,
        basis=basis,
        opens=opens,
        closes=named(villages),
        follows=tuple(
            Follow(one.code, renumbered[one.code], ChangeKind.TRANSFER) for one in villages
        ),
        versions=versions_of(township, *villages),
    )


def _check_moving(villages: Sequence[Village], township: Township) -> None:
    staying = [one.name for one in villages if one.code.startswith(township.code)]
    if staying:
        message = _("%(names)s 已在%(township)s。")
        facts = {"names": "、".join(staying), "township": township.name}
        raise DomainError("map_same_township", message % facts, _("请另选乡镇或去掉这些村。"))
