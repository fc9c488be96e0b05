"""Reserve cadres village by village (后备干部): how many there are, ready, and wanted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from cadres.choices import Post
from cadres.figures.holders import holders, known_villages
from cadres.figures.places import Place, places
from cadres.figures.teams import reserve_wanted
from cadres.models import ReservePlan
from villages.common.scope import Scope


@dataclass(frozen=True)
class VillageReserve:
    """One village: `people` in reserve, `planned` of them with a plan, `ready` by the day.

    `people` is None where the village has no ledger.
    """

    place: Place
    people: int | None
    planned: int
    ready: int
    wanted: int

    @property
    def missing(self) -> int:
        """How many are wanting; unknown counts as none."""
        return 0 if self.people is None else max(0, self.wanted - self.people)


def reserves(scope: Scope, county: str, on: date) -> list[VillageReserve]:
    """Every village on the day's map, by code. Four queries.

    Source: tenures as reserve cadre in force on the day, plans of these people.
    """
    known = known_villages(scope, county)
    people = {
        (one.village, one.person) for one in holders(scope, county, on) if Post.RESERVE in one.posts
    }
    plans = _plans(scope, county, on, people)
    counted = Counter(village for village, _person in people)
    wanted = reserve_wanted(county, on)
    return [
        VillageReserve(
            one, counted[one.pk] if one.pk in known else None, plans["planned", one.pk],
            plans["ready", one.pk], wanted,
        )
        for one in places(scope, county, on)
    ]  # fmt: skip


def _plans(
    scope: Scope, county: str, on: date, people: set[tuple[int, int]]
) -> Counter[tuple[str, int]]:
    rows = ReservePlan.objects.in_scope(scope).in_county(county).filter(listed_on__lte=on)
    found: Counter[tuple[str, int]] = Counter()
    for village, person, ready in rows.values_list("village_id", "person_id", "ready_on"):
        if (village, person) in people:
            found["planned", village] += 1
            found["ready", village] += ready is not None and ready <= on
    return found
