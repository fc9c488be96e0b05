"""Changes of the map as events: everything that one decision did, together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from villages.models import FormerName, Succession, Township, Village


@dataclass(frozen=True)
class Step:
    """One unit and what follows it."""

    old_code: str
    old_name: str
    new_code: str
    new_name: str
    kind: str
    is_main: bool


@dataclass(frozen=True)
class MapEvent:
    """A decision: its day, its basis, its steps by old code."""

    effective_on: date
    basis: str
    steps: tuple[Step, ...]

    @property
    def code(self) -> str:
        """The unit whose page of receipt shows the event."""
        return min(self.steps, key=lambda step: (len(step.new_code), step.new_code)).new_code


# One decision rarely moves more villages than a large township has.
_STEPS = 60


def map_events(rows: Any, limit: int) -> list[MapEvent]:
    """The latest decisions among these successions, newest first. Three queries."""
    return _events(rows.order_by("-effective_on", "unit_code")[: limit * _STEPS])[:limit]


def event_of(rows: Any, code: str, day: date) -> MapEvent | None:
    """The decision of a day that concerned a unit or what lies in it; None without one."""
    inside = Q(successor_code__startswith=code) | Q(unit_code__startswith=code)
    first = rows.filter(inside, effective_on=day).first()
    if first is None:
        return None
    same = rows.filter(county_code=first.county_code, effective_on=day, basis=first.basis)
    return _events(same.order_by("unit_code"))[0]


def _events(rows: Any) -> list[MapEvent]:
    edges = list(rows)
    names = _names(code for edge in edges for code in (edge.unit_code, edge.successor_code))
    grouped: dict[tuple[date, str], list[Step]] = {}
    for edge in edges:
        grouped.setdefault((edge.effective_on, edge.basis), []).append(_step(edge, names))
    return [MapEvent(day, basis, tuple(steps)) for (day, basis), steps in grouped.items()]


def renames(rows: Any, limit: int) -> list[tuple[FormerName, str]]:
    """The latest renames with the name borne now, newest first. Three queries."""
    former = list(rows.order_by("-valid_to", "unit_code")[:limit])
    names = _names(one.unit_code for one in former)
    return [(one, names.get(one.unit_code, one.unit_code)) for one in former]


def _step(edge: Succession, names: dict[str, str]) -> Step:
    return Step(
        edge.unit_code,
        names.get(edge.unit_code, edge.unit_code),
        edge.successor_code,
        names.get(edge.successor_code, edge.successor_code),
        edge.get_kind_display(),
        edge.is_main,
    )


def _names(codes: Iterable[str]) -> dict[str, str]:
    wanted = set(codes)
    names = dict(Township.objects.filter(code__in=wanted).values_list("code", "name"))
    return names | dict(Village.objects.filter(code__in=wanted).values_list("code", "name"))
