"""Makes a rule of what a county declared."""

from collections.abc import Callable, Mapping
from typing import Any

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Rule,
)
from rectification.warnings.rules.measures import Measure
from rectification.warnings.rules.own.declared import Declared, declared_of
from rectification.warnings.rules.own.kinds import KINDS
from rectification.warnings.rules.village import VillageFacts

_MONTH = 12


def own_rule(code: str, declared: Mapping[str, Any]) -> Rule:
    """The rule that a declaration stands for; its limits stand in the declaration."""
    told = declared_of(code, declared)
    kind = KINDS[told.kind]

    def judge(facts: VillageFacts, _values: Parameters) -> Finding | None:
        return kind.judge(told, facts)

    def measure(facts: VillageFacts, _values: Parameters) -> tuple[Measure, ...]:
        return kind.measure(told, facts)

    return Rule(
        code, told.title, Category(told.category), told.basis, {}, _examples(told, judge), judge,
        _source(told), (), measure,
    )  # fmt: skip


def _examples(
    told: Declared, judge: Callable[[VillageFacts, Parameters], Finding | None]
) -> Examples:
    """The first situation of each outcome; where a rule never gives a colour, that example knows
    nothing."""
    found: dict[str, VillageFacts] = {}
    for facts in KINDS[told.kind].tries(told):
        finding = judge(facts, {})
        found.setdefault(str(finding.level) if finding else "green", facts)
    nothing = VillageFacts(_MONTH)
    red, yellow, green = (found.get(one, nothing) for one in (Level.RED, Level.YELLOW, "green"))
    return Examples(red, yellow, green, unknown=nothing)


def _source(told: Declared) -> str:
    keys = [told.indicator, told.base, *(one.indicator for one in told.items)]
    return "、".join(dict.fromkeys(one for one in keys if one))
