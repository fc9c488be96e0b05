"""Among the last of the county: `yellow` and `red` are shares of the villages in percent."""

from collections.abc import Iterator
from fractions import Fraction

from rectification.warnings.rules.declaring import Finding, Level
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.own.declared import Declared
from rectification.warnings.rules.own.kinds.shape import Kind
from rectification.warnings.rules.own.numbers import order
from rectification.warnings.rules.own.saying import TOO_FEW, crossed, unknown
from rectification.warnings.rules.own.situations import ranked
from rectification.warnings.rules.village import VillageFacts

_WHOLE = 100
_EXAMPLE = 100


def _share(declared: Declared, facts: VillageFacts) -> Fraction | Finding | None:
    """The share of villages that do no better, itself and its equals counted: a tie is in the
    last tenth only when all of it is."""
    rows = order(facts, declared.indicator, declared.grace)
    if rows is None:
        return None
    less, more, whole = rows
    if not whole:
        return unknown()
    if whole < declared.least:
        return unknown(TOO_FEW)
    better = less if declared.is_upward else more
    return Fraction((whole - better) * _WHOLE, whole)


def _judge(declared: Declared, facts: VillageFacts) -> Finding | None:
    share = _share(declared, facts)
    if not isinstance(share, Fraction):
        return share
    for level, limit in ((Level.RED, declared.red), (Level.YELLOW, declared.yellow)):
        if limit is not None and share <= limit:
            return crossed(declared.kind, (level, Bad.UP_TO, limit), share, "%")
    return None


def _measures(declared: Declared, facts: VillageFacts) -> tuple[Measure, ...]:
    share = _share(declared, facts)
    if share is None:
        return ()
    value = share if isinstance(share, Fraction) else None
    return (
        Measure(f"{declared.title}(从后往前的位次)", "%", value, Bad.UP_TO, declared.yellow,
                declared.red, places=2),
    )  # fmt: skip


def _tries(declared: Declared) -> Iterator[VillageFacts]:
    """Places in a county of a hundred villages, from the last one on."""
    for worse in range(_EXAMPLE):
        better = _EXAMPLE - worse - 1
        less, more = (better, worse) if declared.is_upward else (worse, better)
        yield ranked(declared.indicator, (less, more, _EXAMPLE))


RANK = Kind(_judge, _measures, _tries)
