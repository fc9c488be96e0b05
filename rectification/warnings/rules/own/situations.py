"""Made-up situations among which the examples of a declared rule are found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from rectification.warnings.rules.measures import Bad
from rectification.warnings.rules.own.declared import FACT, Item
from rectification.warnings.rules.own.numbers import fact_number
from rectification.warnings.rules.village import VillageFacts

_STEPS = (0, -1, 1)
_MONTH = 12
# What must be said beside a field so that there is such a thing at all.
_BESIDE: Mapping[str, Mapping[str, Any]] = {
    "vacant_days": {"has_secretary": False}, "petitions_unresolved": {"petitions_first": 0},
    "survey_answered": {"survey_content": 0}, "arrears_days": {"contracts": 1},
    "project_behind": {"projects": 1}, "project_waiting_months": {"projects": 1},
    "project_unspent_months": {"projects": 1}, "task_late_days": {"cases": 1},
}  # fmt: skip


def around(*limits: Fraction | None) -> Iterator[Fraction]:
    """Numbers at limits and beside them."""
    for limit in limits:
        if limit is not None:
            yield from (max(Fraction(0), limit + step) for step in _STEPS)


def knowing(numbers: Mapping[str, Sequence[Fraction]]) -> VillageFacts:
    """Facts that say just these numbers."""
    facts = VillageFacts(_MONTH)
    for key, values in numbers.items():
        facts = _with(facts, key, values)
    return facts


def _with(facts: VillageFacts, key: str, values: Sequence[Fraction]) -> VillageFacts:
    if field := fact_number(key):
        name = key.removeprefix(FACT)
        stored = int(values[0] * field.scale)
        return replace(facts, **{**_BESIDE.get(name, {}), name: stored})
    own = {**facts.own, key: {"h": [str(one) for one in values], "d": 99, "r": []}}
    return replace(facts, own=own)


def ranked(key: str, rows: tuple[int, int, int]) -> VillageFacts:
    """Facts that say just this place among the villages."""
    return VillageFacts(_MONTH, own={key: {"h": [], "d": 99, "r": [list(rows)]}})


def holding(items: Sequence[Item], count: int) -> VillageFacts:
    """The first so many conditions hold, the others do not, as far as their numbers differ."""
    numbers: dict[str, list[Fraction]] = {}
    for place, one in enumerate(items):
        numbers.setdefault(one.indicator, [_number(one, place < count)])
    return knowing(numbers)


def _number(item: Item, is_bad: bool) -> Fraction:
    """A number on the wrong side of the limit, or on the right one."""
    step = {Bad.ABOVE: 1, Bad.REACHED: 0, Bad.BELOW: -1, Bad.UP_TO: 0}[item.side]
    right = {Bad.ABOVE: 0, Bad.REACHED: -1, Bad.BELOW: 0, Bad.UP_TO: 1}[item.side]
    return item.limit + (step if is_bad else right)
