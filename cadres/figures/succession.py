"""When the secretaries of villages changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cadres.choices import Post
from cadres.models import PostTenure
from villages.common.scope import Scope


@dataclass(frozen=True)
class Succession:
    """The days on which a village's secretaries began or ended, in order; days that nobody wrote
    down are left out."""

    days: tuple[date, ...]

    def changed(self, since: date, on: date) -> date | None:
        """The first change after one day and up to another."""
        return next((day for day in self.days if since < day <= on), None)


def successions(scope: Scope, county: str, villages: Iterable[str]) -> Mapping[str, Succession]:
    """Of the villages of these codes; one without a secretary in its ledger has no entry. One
    query."""
    rows = PostTenure.objects.in_scope(scope).in_county(county)
    rows = rows.filter(post=Post.SECRETARY, village__code__in=list(villages))
    found: dict[str, set[date]] = defaultdict(set)
    for code, *days in rows.values_list("village__code", "started_on", "ended_on"):
        found[code].update(day for day in days if day is not None)
    return {code: Succession(tuple(sorted(days))) for code, days in found.items()}
