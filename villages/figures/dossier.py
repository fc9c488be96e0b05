"""Everything the ground knows about one village (一村一档)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from villages.models import FormerName, Succession, Village, VillageProfile


@dataclass(frozen=True)
class Relative:
    """A village that this one followed, or that followed it."""

    code: str
    name: str
    township: str
    since: date
    kind: str
    basis: str
    is_main: bool


@dataclass(frozen=True)
class Dossier:
    """Surveys (latest first), former names (latest first), successors (main first),
    predecessors, and the other villages of the township in force."""

    profiles: Sequence[VillageProfile]
    former: Sequence[FormerName]
    successors: Sequence[Relative]
    predecessors: Sequence[Relative]
    siblings: Sequence[Village]

    @property
    def profile(self) -> VillageProfile | None:
        """The latest survey; None where there was none."""
        return self.profiles[0] if self.profiles else None


def dossier(village: Village, on: date, among: Any) -> Dossier:
    """The village as known on a day. Five queries, whatever there is.

    Its siblings are those `among` the villages that the reader may see.
    """
    edges = Succession.objects.filter(Q(unit_code=village.code) | Q(successor_code=village.code))
    known = list(edges.filter(effective_on__lte=on).order_by("-is_main", "effective_on"))
    relatives = _relatives(known, village.code)
    siblings = among.on(on).filter(township=village.township_id).order_by("code")
    return Dossier(
        list(village.profiles.filter(as_of__lte=on).order_by("-as_of")),
        list(FormerName.objects.filter(unit_code=village.code).order_by("-valid_to")),
        [one for edge, one in relatives if edge.unit_code == village.code],
        [one for edge, one in relatives if edge.unit_code != village.code],
        list(siblings),
    )


def _relatives(edges: Sequence[Succession], own: str) -> list[tuple[Succession, Relative]]:
    others = {edge.successor_code if edge.unit_code == own else edge.unit_code for edge in edges}
    named = Village.objects.filter(code__in=others).select_related("township")
    by_code = {village.code: village for village in named}
    return [(edge, _relative(edge, by_code, own)) for edge in edges]


def _relative(edge: Succession, by_code: dict[str, Village], own: str) -> Relative:
    code = edge.successor_code if edge.unit_code == own else edge.unit_code
    other = by_code.get(code)
    return Relative(
        code,
        other.name if other else code,
        other.township.name if other else "",
        edge.effective_on,
        edge.get_kind_display(),
        edge.basis,
        edge.is_main,
    )
