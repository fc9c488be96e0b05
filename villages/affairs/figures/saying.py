"""Figures of villages in the one shape that people read."""

from collections.abc import Collection, Iterable
from typing import Any

from villages.affairs.figures.roll import Roll
from villages.common.figures import Figure, Missing


def villages_with(
    roll: Roll, code: str, label: Any, hit: Collection[str], known: Collection[str],
    township: str = "", **more: Any,
) -> Figure:  # fmt: skip
    """How many of the villages that said something are such; the silent ones are its gap.

    Where nobody said anything there is no number, not zero.
    """
    base = roll.within(known, township)
    found = roll.within(hit, township)
    return Figure(
        code,
        str(label),
        len(found) if base else Missing.NOT_FILED,
        "个村",
        numerator=len(found),
        denominator=len(base),
        as_of=roll.on,
        missing=roll.within(roll.silent(known), township),
        **more,
    )


def summed(
    roll: Roll, code: str, label: Any, numbers: Iterable[tuple[str, int]], unit: str,
    township: str = "", **more: Any,
) -> Figure:  # fmt: skip
    """A sum over the villages that said something; `numbers` are (village, number).

    Where nobody said anything there is no number, not zero.
    """
    said = dict(numbers)
    inside = roll.within(said, township)
    return Figure(
        code,
        str(label),
        sum(said[one] for one in inside) if inside else Missing.NOT_FILED,
        unit,
        denominator=len(inside),
        as_of=roll.on,
        missing=roll.within(roll.silent(said), township),
        **more,
    )
