"""How posts were filled in a period (选配): by channel, teams set up, committees by-elected."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cadres.choices import COMMITTEE, TWO_COMMITTEES, InstalledBy
from cadres.figures.completeness import completeness
from cadres.models import PostTenure
from villages.common.scope import Scope


@dataclass(frozen=True)
class Filling:
    """What was filled in the two committees from a day to a day, both included.

    `by_channel` counts posts begun by how they were filled ("": nobody said). `set_up` are
    villages whose party team was not complete before and is at the end, `by_elected` those in
    which a member of the villagers' committee was by-elected, by code. `unjudged` are villages
    whose party team cannot be judged at one of the two ends: they are not in `set_up`.
    """

    by_channel: Mapping[str, int]
    set_up: tuple[str, ...]
    by_elected: tuple[str, ...]
    unjudged: tuple[str, ...]


def filling(scope: Scope, county: str, first: date, last: date) -> Filling:
    """Posts of the two committees begun in the period. Nine queries."""
    rows = PostTenure.objects.in_scope(scope).in_county(county)
    begun = list(
        rows.filter(started_on__range=(first, last), post__in=TWO_COMMITTEES)
        .values_list("how_filled", "installed_by", "post", "village__code")
        .order_by("id")
    )
    before = completeness(scope, county, first - timedelta(days=1))
    after = completeness(scope, county, last)
    known_before = before.codes(lambda one: one.branch, False)
    complete = after.codes(lambda one: one.branch, True)
    unjudged = before.codes(lambda one: one.branch, None) | after.codes(lambda x: x.branch, None)
    return Filling(
        by_channel=Counter(how for how, _by, _post, _code in begun),
        set_up=tuple(sorted(known_before & complete)),
        by_elected=_by_elected(begun),
        unjudged=tuple(sorted(unjudged)),
    )


def _by_elected(begun: list[tuple[str, str, str, str]]) -> tuple[str, ...]:
    elected = {
        code
        for _how, by, post, code in begun
        if by == InstalledBy.BY_ELECTION and post in COMMITTEE
    }
    return tuple(sorted(elected))
