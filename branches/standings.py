"""Grades of two periods held against each other. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from branches.scoring import Grade


class Move(StrEnum):
    """How a branch stands against the period before (进退)."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    FIRST = "first"  # no rating in the period before


@dataclass(frozen=True)
class Standing:
    """A grade with what its scheme gives at most, so that versions can be compared."""

    grade: Grade
    possible: Decimal

    @property
    def height(self) -> Fraction:
        """The share of full points at which the grade begins."""
        return Fraction(self.grade.least) / Fraction(self.possible)


def move(now: Standing, before: Standing | None) -> Move:
    """Up, down or the same; grades of one name are the same also in another version."""
    if before is None:
        return Move.FIRST
    if now.grade.name == before.grade.name or now.height == before.height:
        return Move.SAME
    return Move.UP if now.height > before.height else Move.DOWN
