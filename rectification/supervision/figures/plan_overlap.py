"""The year's register of inspections: who visits which township when, and what could be joined.

Journeys are trips that do not go along with another one. The share saved is of all trips that were
registered, joined ones included: what offices wanted to travel at first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rectification.supervision.choices import InspectionKind
from rectification.supervision.models import InspectionPlan, PlanTrip
from rectification.supervision.parameters.inspections import REACH
from rectification.supervision.rules.joining import Joint, Trip, overlaps, proposals
from villages import parameters
from villages.common.periods import Month
from villages.common.shares import percent


@dataclass(frozen=True)
class Party:
    """Trips that should go together: the one that stays where it is, and those that join it."""

    host: PlanTrip
    guests: tuple[PlanTrip, ...]


@dataclass(frozen=True)
class Register:
    """Plans of a year, their journeys, where they overlap, and what is proposed.

    `crowded` are the keys of journeys to a township that another one visits in the same month.
    """

    year: int
    plans: Sequence[InspectionPlan]
    journeys: Sequence[PlanTrip]
    joined: Mapping[int, Sequence[PlanTrip]]
    crowded: frozenset[int]
    places: int
    parties: Sequence[Party]

    @property
    def trips(self) -> int:
        """All trips that offices registered."""
        return len(self.journeys) + sum(len(own) for own in self.joined.values())

    @property
    def after(self) -> int:
        """Journeys once everything proposed is joined too."""
        return len(self.journeys) - sum(len(one.guests) for one in self.parties)

    @property
    def saved(self) -> Decimal | None:
        """Of all trips in percent, those that nobody has to travel for; None without trips."""
        return percent(self.trips - self.after, self.trips, 1)


def register(county: str, year: int, on: date) -> Register:
    """The register of a county and year. Two queries."""
    plans = list(InspectionPlan.objects.in_county(county).filter(year=year))
    rows = PlanTrip.objects.filter(plan__in=plans).select_related("plan", "joined_to__plan")
    found = list(rows.order_by("month", "unit_code", "plan__from_on", "id"))
    journeys = [one for one in found if one.joined_to_id is None]
    joined: dict[int, list[PlanTrip]] = defaultdict(list)
    for one in found:
        if one.joined_to_id is not None:
            joined[one.joined_to_id].append(one)
    trips = [as_trip(one, joined[one.pk]) for one in journeys]
    crowded = overlaps(trips)
    by_key = {str(one.pk): one for one in journeys}
    reach = int(parameters.value(REACH.key, on=on, county=county))
    return Register(
        year, plans, journeys, dict(joined),
        frozenset(int(one.key) for here in crowded.values() for one in here), len(crowded),
        tuple(_party(one, by_key) for one in proposals(trips, reach)),
    )  # fmt: skip


def as_trip(row: PlanTrip, guests: Iterable[PlanTrip] = ()) -> Trip:
    """A journey as the rule of joining knows it; a hidden visit goes alone."""
    others = tuple(guests)
    plan = row.plan
    return Trip(
        key=str(row.pk), plans=frozenset(str(one.plan_id) for one in (row, *others)),
        township=row.unit_code, month=counted(row.month), first=_month(plan.from_on),
        last=_month(plan.to_on), fixed=bool(others), alone=plan.kind == InspectionKind.HIDDEN,
    )  # fmt: skip


def counted(number: int) -> int:
    """A month such as 202610 as a number that counts up."""
    return number // 100 * 12 + number % 100 - 1


def _month(day: date) -> int:
    return counted(Month.of(day).number)


def _party(one: Joint, rows: Mapping[str, Any]) -> Party:
    return Party(rows[one.host.key], tuple(rows[guest.key] for guest in one.guests))
