"""Bad so many periods in a row: `yellow` and `red` are periods, `limit` makes a period bad."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rectification.warnings.rules.declaring import Finding, Level
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.own.declared import Declared, is_bad
from rectification.warnings.rules.own.kinds.shape import Kind
from rectification.warnings.rules.own.numbers import Series, series
from rectification.warnings.rules.own.saying import crossed, unknown
from rectification.warnings.rules.own.situations import around, knowing
from rectification.warnings.rules.village import VillageFacts

_UNIT = "期"


@dataclass(frozen=True)
class _Row:
    """How long the row is for certain, and how long if every gap in it were bad."""

    least: int
    most: int


def _row(declared: Declared, values: Series) -> _Row:
    least, most, certain = 0, 0, True
    for one in values:
        if one is not None and not is_bad(one, declared.side, declared.limit):
            break
        certain = certain and one is not None
        least, most = least + certain, most + 1
    return _Row(least, most)


def _judge(declared: Declared, facts: VillageFacts) -> Finding | None:
    """What is certain decides; where only the gaps would make it yellow, it is unknown."""
    values = series(facts, declared.indicator, declared.grace)
    row = _row(declared, values)
    for level, limit in ((Level.RED, declared.red), (Level.YELLOW, declared.yellow)):
        if limit is not None and row.least >= limit:
            found = (level, Bad.REACHED, limit)
            return crossed(declared.kind, found, Fraction(row.least), _UNIT)
    reachable = [one for one in (declared.yellow, declared.red) if one is not None]
    may_be = row.most > row.least and any(row.most >= one for one in reachable)
    newest_missing = bool(values) and values[0] is None
    return unknown() if may_be or newest_missing else None


def _measures(declared: Declared, facts: VillageFacts) -> tuple[Measure, ...]:
    values = series(facts, declared.indicator, declared.grace)
    if not values:
        return ()
    row = _row(declared, values)
    value = None if values[0] is None else row.least
    label = f"{declared.title}(连续)"
    return (Measure(label, _UNIT, value, Bad.REACHED, declared.yellow, declared.red),)


def _tries(declared: Declared) -> Iterator[VillageFacts]:
    for value in around(declared.limit):
        for length in (declared.red, declared.yellow):
            if length is not None:
                yield knowing({declared.indicator: [value] * int(length)})


RUN = Kind(_judge, _measures, _tries)
