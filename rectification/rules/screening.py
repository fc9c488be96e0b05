"""What figures say about a situation of the screening standard, and the ranking from them. Pure.

A figure may be known only in part (at least so many days): what does not decide is unknown, and
unknown is neither yes nor no.
"""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Compare(StrEnum):
    """When a number suggests a situation."""

    MORE = "more"
    AT_LEAST = "at_least"
    LESS = "less"
    AT_MOST = "at_most"


@dataclass(frozen=True)
class Reading:
    """What is known of one figure of one village: it lies between `low` and `high`.

    None is an open end. `settled` decides whatever the limit says (no site at all, say). `text`
    is for people; nothing known has none.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    settled: bool | None = None
    text: str = ""

    @property
    def value(self) -> Fraction | None:
        """The number itself, where it is known exactly."""
        return self.low if self.low is not None and self.low == self.high else None


UNKNOWN = Reading()


def exactly(number: Fraction | int, text: str, settled: bool | None = None) -> Reading:
    """A figure that is known."""
    return Reading(Fraction(number), Fraction(number), settled, text)


def at_least(number: int, text: str) -> Reading:
    """A figure that is so large or larger."""
    return Reading(low=Fraction(number), text=text)


def judge(reading: Reading, compare: Compare, limit: Fraction) -> bool | None:
    """Whether the figure suggests the situation; None where nobody can say."""
    if reading.settled is not None:
        return reading.settled
    low, high = reading.low, reading.high
    match compare:
        case Compare.MORE:
            return _certain(low is not None and low > limit, high is not None and high <= limit)
        case Compare.AT_LEAST:
            return _certain(low is not None and low >= limit, high is not None and high < limit)
        case Compare.LESS:
            return _certain(high is not None and high < limit, low is not None and low >= limit)
        case Compare.AT_MOST:
            return _certain(high is not None and high <= limit, low is not None and low > limit)


def _certain(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None


@dataclass(frozen=True)
class Standing:
    """What ranks one village: points of matched situations, how often it was listed lately."""

    code: str
    points: int
    times_listed: int = 0
    unknown: int = 0


def from_the_bottom(standings: Iterable[Standing]) -> list[Standing]:
    """The weakest first: by points, then by how often listed, then by how much is unknown."""
    key = lambda one: (-one.points, -one.times_listed, -one.unknown, one.code)  # noqa: E731
    return sorted(standings, key=key)


def places(ranked: Iterable[Standing]) -> dict[str, int]:
    """The place of each village from the bottom; equal points share a place."""
    found: dict[str, int] = {}
    first: dict[int, int] = {}
    for number, one in enumerate(ranked, start=1):
        found[one.code] = first.setdefault(one.points, number)
    return found


def only_by_quota(
    ranked: Iterable[Standing], anyway: Collection[str], decided: Collection[str], share: Fraction
) -> tuple[str, ...]:
    """Codes of the villages that would be listed only so that a share (in per cent) is reached.

    `anyway` are on the list or suggested by facts; `decided` ones have an answer already.
    """
    order = list(ranked)
    wanted = math.ceil(len(order) * share / 100) - len(anyway)
    free = [one.code for one in order if one.code not in anyway and one.code not in decided]
    return tuple(free[: max(0, wanted)])
