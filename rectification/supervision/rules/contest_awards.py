"""What totals of a contest give: places, awards, bands. Pure and exact.

Totals are those that are announced, rounded to two digits: whoever has the same shares a place.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Award(StrEnum):
    """What an entry gets in its group."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    NONE = "none"


class Band(StrEnum):
    """Where a total lies, instead of a place."""

    GOOD = "good"
    FAIR = "fair"
    PLAIN = "plain"


def places(totals: Mapping[int, Decimal]) -> dict[int, int]:
    """The place of each entry, from 1; equal totals share one, and the next place follows on."""
    steps = sorted(set(totals.values()), reverse=True)
    return {entry: steps.index(total) + 1 for entry, total in totals.items()}


def awards(totals: Mapping[int, Decimal], numbers: Sequence[int]) -> dict[int, tuple[Award, ...]]:
    """What each entry of a group may get; `numbers` are how many first, second, third awards.

    One award where it is clear. Where equal totals lie across the border of awards, all that
    come into question: people decide.
    """
    line = [award for award, count in zip(Award, numbers, strict=False) for _place in range(count)]
    found = {}
    for entry, total in totals.items():
        before = sum(other > total for other in totals.values())
        equal = sum(other == total for other in totals.values())
        reached = [*line[before : before + equal], *[Award.NONE] * equal][:equal]
        found[entry] = tuple(dict.fromkeys(reached))
    return found


def band(total: Decimal, full: int, good: int, fair: int) -> Band:
    """Where a total lies; `good` and `fair` are percentages of the full points, both inclusive."""
    reached = Fraction(total) * 100
    if reached >= good * full:
        return Band.GOOD
    return Band.FAIR if reached >= fair * full else Band.PLAIN
