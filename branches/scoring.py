"""Points of schemes: pure arithmetic, exact, rounded half-up once where a deduction needs it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from villages.common.shares import round_half_up

_RULE = re.compile(r"\s*([a-z][a-z0-9_.]*)\s*(>=|<=|==)\s*(-?\d+(?:\.\d+)?)\s*")
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Rule:
    """What a computed item wants of a figure: `members.formal>=3`.

    `per_unit` is the points that each unit off `wanted` costs; None: all or nothing.
    """

    figure: str
    comparison: str
    wanted: Decimal
    per_unit: Decimal | None = None

    def gap(self, value: Decimal) -> Decimal:
        """How far the value is off; zero where it does."""
        match self.comparison:
            case ">=":
                return max(self.wanted - value, NOTHING)
            case "<=":
                return max(value - self.wanted, NOTHING)
            case _:
                return abs(value - self.wanted)

    def points(self, value: Decimal | None, most: Decimal) -> Decimal | None:
        """Points out of `most`; None where the figure is unknown."""
        if value is None:
            return None
        gap = self.gap(value)
        if not gap:
            return most
        if self.per_unit is None:
            return NOTHING
        return max(round_half_up(most - gap * self.per_unit), NOTHING)

    def __str__(self) -> str:
        return f"{self.figure}{self.comparison}{plain(self.wanted)}"


def read_rule(text: str, per_unit: Decimal | None = None) -> Rule:
    """The rule that a text such as `meetings.theme_day.missed == 0` states; else ValueError."""
    found = _RULE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Rule(found[1], found[2], Decimal(found[3]), per_unit)


def last_word(
    *,
    decided: Decimal | None = None,
    county: Decimal | None = None,
    computed: Decimal | None = None,
    township: Decimal | None = None,
) -> Decimal | None:
    """The points that count; None where nobody judged and nothing could be computed.

    What a township reports about itself is replaced by what is computed or judged, so an honest
    shortfall never costs more than the judgement.
    """
    said = (decided, county, computed, township)
    return next((points for points in said if points is not None), None)


@dataclass(frozen=True)
class Line:
    """One item of a rating: points out of `most`."""

    points: Decimal
    most: Decimal
    veto: bool = False


@dataclass(frozen=True)
class Grade:
    """A grade is reached with `least` points."""

    name: str
    least: Decimal


@dataclass(frozen=True)
class Result:
    """What follows from all receipts of a rating."""

    score: Decimal
    possible: Decimal
    vetoed: bool
    grade: Grade


def result(lines: Iterable[Line], grades: Sequence[Grade]) -> Result:
    """Sum, full points and grade. A veto item without any point leads to the lowest grade."""
    found = list(lines)
    score = sum((line.points for line in found), NOTHING)
    possible = sum((line.most for line in found), NOTHING)
    vetoed = any(line.veto and not line.points for line in found)
    return Result(score, possible, vetoed, grade_of(NOTHING if vetoed else score, grades))


def grade_of(score: Decimal, grades: Sequence[Grade]) -> Grade:
    """The highest grade whose least points are reached, lower bound inclusive."""
    reached = [grade for grade in grades if grade.least <= score]
    return max(reached or [min(grades, key=_least)], key=_least)


def _least(grade: Grade) -> Decimal:
    return grade.least


def plain(number: Decimal) -> str:
    """A number as people write it: 3, 2.5."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
