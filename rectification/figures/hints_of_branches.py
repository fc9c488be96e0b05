"""Hints from the branch ledgers: organization life, recruitment, terms, the yearly index."""

from fractions import Fraction

from django.utils.translation import gettext as _

from branches.choices import MeetingKind
from branches.figures.fortress import last_places
from branches.figures.recruitment import Recruits, recruits
from branches.figures.terms import VillageTerm, village_terms
from branches.figures.village_life import VillageLife, village_life
from rectification.rules.screening import Reading, at_least, exactly
from villages.affairs.figures import Roll

# Missed twice running is no longer an oversight.
_RUNNING = 2


def readings(of: Roll) -> dict[str, dict[int, Reading]]:
    """Seven queries."""
    lives = village_life(of.scope, of.county, of.on)
    taken = recruits(of.scope, of.county, of.on)
    ends = village_terms(of.scope, of.county, of.on)
    lasts = last_places(of.scope, of.county, of.on.year - 1)
    return {
        "meetings_missed": {pk: _missed(one) for pk, one in lives.items()},
        "months_without_member": {
            pk: one for pk, each in taken.items() if (one := _without(each, of))
        },
        "term_overdue_days": {pk: one for pk, term in ends.items() if (one := _overdue(term))},
        "last_places": {pk: exactly(place, _("倒数第 %d") % place) for pk, place in lasts.items()},
    }


def _missed(life: VillageLife) -> Reading:
    """Kinds of which nobody knows the newest stretch could be missed too."""
    missed = [kind for kind, times in life.missed.items() if times and times >= _RUNNING]
    silent = sum(times is None for times in life.missed.values())
    names = "、".join(str(MeetingKind(kind).label) for kind in missed)
    words = _("连续未开:%s") % names if missed else _("没有连续未开的会议")
    if silent:
        words = _("%(words)s;%(count)d 种没有登记") % {"words": words, "count": silent}
    return Reading(Fraction(len(missed)), Fraction(len(missed) + silent), text=words)


def _without(one: Recruits, of: Roll) -> Reading | None:
    months = one.months_without(of.on)
    if months is None:
        return None
    if one.last_accepted is None:
        return at_least(months, _("至少 %d 个月没有发展党员") % months)
    return exactly(months, _("%d 个月没有发展党员") % months)


def _overdue(term: VillageTerm) -> Reading | None:
    if term.days_left is None:
        return None
    if term.days_left >= 0:
        return exactly(0, _("在任期内"))
    return exactly(-term.days_left, _("届满 %d 天未换届") % -term.days_left)
