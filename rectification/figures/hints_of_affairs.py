"""Hints from village affairs: disclosure, petitions, satisfaction, the site."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from django.utils.translation import gettext as _

from rectification.rules.screening import Reading, exactly
from villages.affairs.choices import SiteState
from villages.affairs.figures import Roll
from villages.affairs.figures.disclosure import disclosure
from villages.affairs.figures.incidents import VillageIncidents, incidents
from villages.affairs.figures.petitions import Petitions, petitions
from villages.affairs.figures.satisfaction import VillageSatisfaction, satisfaction
from villages.affairs.figures.sites import VillageSite, sites
from villages.common.periods import Month
from villages.common.shares import round_half_up

T = TypeVar("T")
_UNUSABLE = {SiteState.NONE, SiteState.DANGEROUS}


def readings(of: Roll) -> dict[str, dict[int, Reading]]:
    """Eight queries. Petitions are those of the month before."""
    missed = _by_key(of, disclosure(of).by_village)
    stated = _by_key(of, petitions(of, Month.of(of.on).previous()).by_village)
    happened = _by_key(of, incidents(of).by_village)
    asked = _by_key(of, satisfaction(of).by_village)
    places = _by_key(of, sites(of).by_village)
    return {
        "disclosure_missed": {
            pk: exactly(one.quarters_in_a_row, _("连续 %d 个季度未公开") % one.quarters_in_a_row)
            for pk, one in missed.items()
        },
        "unrest": {
            pk: one
            for pk in {*stated, *happened}
            if (one := _unrest(stated.get(pk), happened.get(pk)))
        },
        "satisfaction": {pk: one for pk, each in asked.items() if (one := _content(each))},
        "site_area": {pk: one for pk, each in places.items() if (one := _site(each))},
    }


def _by_key(of: Roll, found: Mapping[str, T]) -> dict[int, T]:
    return {pk: found[code] for pk, code in of.codes.items() if code in found}


def _unrest(stated: Petitions | None, happened: VillageIncidents | None) -> Reading | None:
    """A mass incident, a collective petition or one beyond the level decides by itself."""
    mass = happened is not None and happened.has_mass
    if stated is None:
        return Reading(settled=True, text=_("发生群体性事件")) if mass else None
    words = [_("未办结信访 %d 件") % stated.unresolved]
    if stated.collective or stated.beyond:
        words.append(_("集体访、越级访 %d 件") % (stated.collective + stated.beyond))
    words += [_("发生群体性事件")] if mass else []
    grave = bool(stated.collective or stated.beyond or mass)
    return exactly(stated.unresolved, "、".join(words), settled=True if grave else None)


def _content(one: VillageSatisfaction) -> Reading | None:
    if one.share is None:
        return None
    share = one.share * 100
    words = _("满意率 %(share)s%%(%(day)s)")
    return exactly(share, words % {"share": round_half_up(share), "day": one.held_on})


def _site(one: VillageSite) -> Reading | None:
    state = SiteState(one.state)
    if state in _UNUSABLE:
        return Reading(settled=True, text=str(state.label))
    if one.area_m2 is None:
        return None
    words = _("%(state)s,%(area)s 平方米") % {"state": state.label, "area": one.area_m2}
    return exactly(Fraction(one.area_m2), words)
