"""A negative list: any condition that holds gives its colour."""

from collections.abc import Iterator

from rectification.warnings.rules.declaring import Finding, Level
from rectification.warnings.rules.measures import Measure
from rectification.warnings.rules.own.declared import Declared, Item
from rectification.warnings.rules.own.kinds.conditions import read
from rectification.warnings.rules.own.kinds.shape import Kind
from rectification.warnings.rules.own.saying import crossed, unknown
from rectification.warnings.rules.own.situations import holding
from rectification.warnings.rules.village import VillageFacts


def _judge(declared: Declared, facts: VillageFacts) -> Finding | None:
    """The gravest that holds, in the order of the list; unknown where any is."""
    gaps = ""
    for item in _gravest_first(declared):
        value, bad = read(item, facts, declared.grace)
        if bad and value is not None:
            found = (item.level, item.side, item.limit)
            return crossed(declared.kind, found, value, "", names=item.label)
        gaps = gaps or (item.label if bad is None else "")
    return unknown(names=gaps) if gaps else None


def _gravest_first(declared: Declared) -> list[Item]:
    return sorted(declared.items, key=lambda one: one.level is not Level.RED)


def _measures(declared: Declared, facts: VillageFacts) -> tuple[Measure, ...]:
    return tuple(_measure(one, facts, declared.grace) for one in _gravest_first(declared))


def _measure(item: Item, facts: VillageFacts, grace: int) -> Measure:
    value, bad = read(item, facts, grace)
    shown = value if bad is not None else None
    limits = {str(item.level): item.limit}
    return Measure(
        item.label, "", shown, item.side, limits.get("yellow"), limits.get("red"), places=2
    )  # fmt: skip


def _tries(declared: Declared) -> Iterator[VillageFacts]:
    yield holding(declared.items, 0)
    for item in declared.items:
        others = [one for one in declared.items if one is not item]
        yield holding([item, *others], 1)


LISTED = Kind(_judge, _measures, _tries)
