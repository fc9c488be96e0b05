"""How far a village should be by a month, judged by its own earlier years. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Curve(StrEnum):
    """Whose seasons a pace is judged by."""

    OWN = "own"  # 本村往年
    COUNTY = "county"  # 全县往年
    EVEN = "even"  # 按月平均


@dataclass(frozen=True)
class PastYear:
    """A complete year: income from January to the month, and of the whole year, in fen."""

    to_month_fen: int
    whole_fen: int


@dataclass(frozen=True)
class Pace:
    """The share of the year's plan that should be reached, and the share that is.

    `behind` is their difference in percentage points, not rounded; below zero is ahead.
    """

    expected: Fraction
    reached: Fraction
    curve: Curve

    @property
    def behind(self) -> Fraction:
        """Percentage points behind the seasons."""
        return (self.expected - self.reached) * 100


def usual_share(years: Sequence[PastYear]) -> Fraction | None:
    """The mean of the shares reached by the month in past years that had income at all."""
    shares = [Fraction(one.to_month_fen, one.whole_fen) for one in years if one.whole_fen > 0]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def pace(
    *, fen: int, plan_fen: int, month: int, own: Sequence[PastYear], county: Fraction | None
) -> Pace | None:
    """The pace of a village; None without a plan above zero.

    The curve is the village's own; without a complete year of its own the county's; without
    any past at all a twelfth for each month, which is marked as such.
    """
    if plan_fen <= 0:
        return None
    reached = Fraction(fen, plan_fen)
    usual = usual_share(own)
    if usual is not None:
        return Pace(usual, reached, Curve.OWN)
    if county is not None:
        return Pace(county, reached, Curve.COUNTY)
    return Pace(Fraction(month, 12), reached, Curve.EVEN)
