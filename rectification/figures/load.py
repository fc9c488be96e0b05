"""Who stands by the cases under work: which of the four is missing, who carries how many."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.models import CaseLink, RectificationCase
from rectification.rules.plan import FOUR_KINDS
from villages.common.scope import Scope

# Whole units are paired, not single people of them.
PAIRED = FOUR_KINDS[-1]


@dataclass(frozen=True)
class Gap:
    """A case under work, and which of the four nobody takes care of on the day."""

    case: Any
    missing: tuple[str, ...]
    helpers: int


@dataclass(frozen=True)
class Load:
    """How many villages under work one person or unit carries on the day."""

    kind: str
    who: str
    post: str
    villages: tuple[str, ...]
    key: str


@dataclass(frozen=True)
class Standing:
    """Gaps of all cases under work, and the load of everybody, the heaviest first."""

    gaps: tuple[Gap, ...]
    loads: tuple[Load, ...]

    @property
    def incomplete(self) -> tuple[Gap, ...]:
        """Cases that lack at least one of the four."""
        return tuple(one for one in self.gaps if one.missing)

    def lacking(self, kind: str) -> int:
        """How many cases lack this one."""
        return sum(kind in one.missing for one in self.gaps)


def standing(scope: Scope | None, county: str, on: date) -> Standing:
    """As of a day. Two queries."""
    cases = RectificationCase.objects.in_scope(scope).in_county(county).under_work()
    found = list(cases.select_related("village__township").order_by("village__code"))
    links = CaseLink.objects.filter(case__in=found).on(on).select_related("kind")
    by_case: dict[int, list[CaseLink]] = defaultdict(list)
    for one in links.order_by("kind__position", "kind", "person", "pk"):
        by_case[one.case_id].append(one)
    gaps = tuple(_gap(one, by_case[one.pk]) for one in found)
    return Standing(gaps, _loads(found, by_case))


def _gap(case: Any, links: list[CaseLink]) -> Gap:
    there = {one.kind.name for one in links}
    return Gap(case, tuple(one for one in FOUR_KINDS if one not in there), len(links))


def _loads(cases: list[Any], by_case: dict[int, list[CaseLink]]) -> tuple[Load, ...]:
    """People are told apart by name and unit; a paired unit carries as a unit."""
    villages: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    more: dict[tuple[str, str, str], tuple[str, str]] = {}
    for case in cases:
        for one in by_case[case.pk]:
            who = one.unit if one.kind.name == PAIRED and one.unit else one.person or one.unit
            unit = "" if who == one.unit else one.unit
            key = (one.kind.name, who, unit)
            villages[key][str(case.village.full_name)] = None
            more.setdefault(key, (one.post or unit, one.kind.uid))
    found = [
        Load(kind, who, more[kind, who, unit][0], tuple(names), more[kind, who, unit][1])
        for (kind, who, unit), names in villages.items()
    ]
    # Those who carry as many stay in the order of the kinds and the map.
    return tuple(sorted(found, key=lambda one: -len(one.villages)))
