"""From old codes to today's, and back: what followed what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from villages.models import Succession, Township, Village

Edge = tuple[str, str]


@dataclass(frozen=True)
class Comparable:
    """Codes of an old map and codes of a later one whose sums may be compared.

    Usually one and the same code; after a merge two before and one after, after a split one
    before and two after. `unasked` are old codes that belong to the group although nobody asked.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    unasked: tuple[str, ...] = ()


def current_codes(code: str, day: date) -> tuple[str, ...]:
    """The codes under which a unit's territory exists on a day, the main successor first.

    Two after a split, none when it ended without a successor. At most four queries.
    """
    return current_codes_of([code], day)[code]


def current_codes_of(codes: Iterable[str], day: date) -> dict[str, tuple[str, ...]]:
    """`current_codes` of many units at once, with as many queries as for one."""
    wanted = list(dict.fromkeys(codes))
    edges = _edges({code[:6] for code in wanted}, None, day)
    after = _neighbours(edges)
    reached = {code: _closure(code, after) for code in wanted}
    alive = _existing((one for group in reached.values() for one in group), day)
    return {code: tuple(one for one in group if one in alive) for code, group in reached.items()}


def comparable(codes: Iterable[str], from_day: date, to_day: date) -> tuple[Comparable, ...]:
    """Groups in which units of the map of `from_day` may be compared with that of `to_day`.

    Every code asked for stands in exactly one group, in the order asked.
    """
    wanted = list(dict.fromkeys(codes))
    edges = _edges({code[:6] for code in wanted}, from_day, to_day)
    both = _neighbours([*edges, *((new, old) for old, new in edges)])
    groups: dict[frozenset[str], None] = {}
    for code in wanted:
        groups[frozenset(_closure(code, both))] = None
    members = {one for group in groups for one in group}
    old, new = _existing(members, from_day), _existing(members, to_day)
    return tuple(_group(group, old, new, set(wanted)) for group in groups)


def _group(group: frozenset[str], old: set[str], new: set[str], wanted: set[str]) -> Comparable:
    before = tuple(sorted(group & old))
    unasked = tuple(code for code in before if code not in wanted)
    return Comparable(before, tuple(sorted(group & new)), unasked)


def _edges(counties: set[str], after: date | None, until: date) -> list[Edge]:
    """Successions of these counties in a span of days, the main one of a unit first."""
    rows = Succession.objects.filter(county_code__in=counties, effective_on__lte=until)
    if after is not None:
        rows = rows.filter(effective_on__gt=after)
    ordered = rows.order_by("effective_on", "-is_main", "successor_code")
    return list(ordered.values_list("unit_code", "successor_code"))


def _neighbours(edges: Sequence[Edge]) -> Callable[[str], Sequence[str]]:
    found: dict[str, list[str]] = {}
    for old, new in edges:
        found.setdefault(old, []).append(new)
    return lambda code: found.get(code, ())


def _closure(code: str, neighbours: Callable[[str], Sequence[str]]) -> list[str]:
    """The code and everything reachable from it, nearest first; a circle is walked once."""
    reached = {code: None}
    waiting = [code]
    while waiting:
        fresh = [one for one in neighbours(waiting.pop(0)) if one not in reached]
        reached |= dict.fromkeys(fresh)
        waiting += fresh
    return list(reached)


def _existing(codes: Iterable[str], day: date) -> set[str]:
    wanted = set(codes)
    found: set[str] = set()
    for model, digits in ((Village, 12), (Township, 9)):
        if some := [code for code in wanted if len(code) == digits]:
            found |= set(model.objects.on(day).filter(code__in=some).values_list("code", flat=True))
    return found
