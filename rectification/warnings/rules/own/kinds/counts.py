"""So many of several conditions: `yellow` and `red` are how many hold."""

from collections.abc import Iterator
from fractions import Fraction

from rectification.warnings.rules.declaring import Finding, Level
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.own.declared import Declared
from rectification.warnings.rules.own.kinds.conditions import read
from rectification.warnings.rules.own.kinds.shape import Kind
from rectification.warnings.rules.own.saying import crossed, unknown
from rectification.warnings.rules.own.situations import holding
from rectification.warnings.rules.village import VillageFacts

_UNIT = "项"
_NAMED = 3


def _held(declared: Declared, facts: VillageFacts) -> tuple[list[str], int]:
    """Labels of the conditions that hold, and how many nobody knows."""
    outcomes = [(one, read(one, facts, declared.grace)[1]) for one in declared.items]
    held = [one.label for one, bad in outcomes if bad]
    return held, sum(bad is None for _one, bad in outcomes)


def _judge(declared: Declared, facts: VillageFacts) -> Finding | None:
    """What is certain decides; where only what nobody knows would make it yellow, it is
    unknown."""
    held, gaps = _held(declared, facts)
    for level, limit in ((Level.RED, declared.red), (Level.YELLOW, declared.yellow)):
        if limit is not None and len(held) >= limit:
            found, count = (level, Bad.REACHED, limit), Fraction(len(held))
            return crossed(declared.kind, found, count, _UNIT, names=_names(held))
    limits = [one for one in (declared.yellow, declared.red) if one is not None]
    return unknown() if gaps and any(len(held) + gaps >= one for one in limits) else None


def _names(held: list[str]) -> str:
    more = "等" if len(held) > _NAMED else ""
    return "、".join(held[:_NAMED]) + more


def _measures(declared: Declared, facts: VillageFacts) -> tuple[Measure, ...]:
    held, gaps = _held(declared, facts)
    value = None if gaps else len(held)
    return (
        Measure(declared.title, _UNIT, value, Bad.REACHED, declared.yellow, declared.red),
    )  # fmt: skip


def _tries(declared: Declared) -> Iterator[VillageFacts]:
    for count in range(len(declared.items), -1, -1):
        yield holding(declared.items, count)


COUNT = Kind(_judge, _measures, _tries)
