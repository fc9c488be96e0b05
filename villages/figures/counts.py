"""Units and basic figures by township."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum

from villages.choices import VillageKind
from villages.figures.profiles import with_latest_profile


@dataclass(frozen=True)
class UnitCounts:
    """Villages of a place by kind, and sums of their latest surveys.

    Sums are None while no village was surveyed. `surveyed` villages of `total` know their
    number of households: the base of the sums, which leave the others out.
    """

    total: int = 0
    villagers: int = 0
    residents: int = 0
    quasi: int = 0
    surveyed: int = 0
    households: int | None = None
    population: int | None = None
    members: int | None = None


_KINDS = {kind: Count("pk", filter=Q(kind=kind)) for kind in VillageKind.values}


def counts_by_township(rows: Any, on: date) -> dict[str, UnitCounts]:
    """Counts by township code over villages that the caller has scoped. One query."""
    surveyed = with_latest_profile(rows.on(on), on).order_by()
    grouped = surveyed.values("township__code").annotate(
        total=Count("pk"),
        surveyed_n=Count("households"),
        households_n=Sum("households"),
        population_n=Sum("population"),
        members_n=Sum("members"),
        **_KINDS,
    )
    return {row["township__code"]: _counts(row) for row in grouped}


def total_of(counts: Iterable[UnitCounts]) -> UnitCounts:
    """The sum over several places."""
    every = list(counts)
    return UnitCounts(
        *(sum(getattr(one, name) for one in every) for name in _ALWAYS),
        *(_sum_known(getattr(one, name) for one in every) for name in _SUMS),
    )


_ALWAYS = ("total", "villagers", "residents", "quasi", "surveyed")
_SUMS = ("households", "population", "members")


def _sum_known(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _counts(row: dict[str, Any]) -> UnitCounts:
    kinds = {kind: row[kind] for kind in VillageKind.values}
    sums = {name: row[f"{name}_n"] for name in _SUMS}
    return UnitCounts(total=row["total"], surveyed=row["surveyed_n"], **kinds, **sums)
