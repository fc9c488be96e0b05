"""One number beside its limits: as it is, or in percent of another one."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rectification.warnings.rules.declaring import Finding
from rectification.warnings.rules.measures import Measure
from rectification.warnings.rules.own.declared import Declared, OwnKind
from rectification.warnings.rules.own.kinds.shape import Kind
from rectification.warnings.rules.own.numbers import fact_number, newest_sum, series
from rectification.warnings.rules.own.saying import crossed, unknown
from rectification.warnings.rules.own.situations import around, knowing
from rectification.warnings.rules.village import VillageFacts

_PLACES = 2
_WHOLE = 100
# The number, whether it is whole, whether anything is due at all.
Read = tuple[Fraction | None, bool, bool]


def _amount(declared: Declared, facts: VillageFacts) -> Read:
    values = series(facts, declared.indicator, declared.grace)
    return *newest_sum(values, declared.window), bool(values)


def _rate(declared: Declared, facts: VillageFacts) -> Read:
    """Both sums over the same periods; nothing is due where there is nothing to be a part of."""
    parts = series(facts, declared.indicator, declared.grace)
    wholes = series(facts, declared.base, declared.grace)
    part, parts_known = newest_sum(parts, declared.window)
    whole, wholes_known = newest_sum(wholes, declared.window)
    if not parts or not wholes or (whole == 0 and wholes_known):
        return None, True, False
    if part is None or not whole or not parts_known or not wholes_known:
        return None, False, True
    return part / whole * _WHOLE, True, True


def _judge(declared: Declared, read: Read) -> Finding | None:
    """A sum with gaps is a least amount: it may prove too much and never too little."""
    value, is_whole, is_due = read
    if not is_due:
        return None
    if value is None or (not is_whole and not declared.is_upward):
        return unknown()
    if found := declared.grade(value):
        return crossed(declared.kind, found, value, _unit(declared))
    return None if is_whole else unknown()


def _measures(declared: Declared, read: Read) -> tuple[Measure, ...]:
    value, is_whole, is_due = read
    if not is_due:
        return ()
    shown = value if is_whole else None
    label, unit = declared.title, _unit(declared)
    if declared.side is declared.red_side:
        return (
            Measure(label, unit, shown, declared.side, declared.yellow, declared.red,
                    places=_PLACES),
        )  # fmt: skip
    return (
        Measure(label, unit, shown, declared.side, declared.yellow, places=_PLACES),
        Measure(label, unit, shown, declared.red_side, red=declared.red, places=_PLACES),
    )


def _unit(declared: Declared) -> str:
    if declared.kind is OwnKind.RATE:
        return "%"
    field = fact_number(declared.indicator)
    return declared.unit or (field.unit if field else "")


def _tries(declared: Declared) -> Iterable[VillageFacts]:
    for value in around(declared.red, declared.yellow):
        yield knowing({declared.indicator: [value]})


def _rate_tries(declared: Declared) -> Iterator[VillageFacts]:
    for value in around(declared.red, declared.yellow):
        yield knowing({declared.indicator: [value], declared.base: [Fraction(_WHOLE)]})


THRESHOLD = Kind(
    lambda declared, facts: _judge(declared, _amount(declared, facts)),
    lambda declared, facts: _measures(declared, _amount(declared, facts)),
    _tries,
)
RATE = Kind(
    lambda declared, facts: _judge(declared, _rate(declared, facts)),
    lambda declared, facts: _measures(declared, _rate(declared, facts)),
    _rate_tries,
)
