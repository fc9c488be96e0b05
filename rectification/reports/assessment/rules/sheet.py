"""The score sheet of one township: every line with its inputs, points and deductions."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from rectification.reports.assessment.rules.entries import Entries
from rectification.reports.assessment.rules.inputs import Rates, mean_share, number_of, share_of
from rectification.reports.assessment.rules.ladder import step_down
from rectification.reports.assessment.rules.registry import ENTERED, FORMULAS
from rectification.reports.assessment.rules.schemes import Block, Grade, Scheme, lower_of
from villages.common.shares import round_half_up

_NONE = Fraction(0)
SCALE, BONUS, PENALTY, CALIBRATION, CAP = "scale", "bonus", "penalty", "calibration", "cap"
EXTRAS = {
    SCALE: "缺数据折算", BONUS: "加分", PENALTY: "扣分", CALIBRATION: "校准", CAP: "封顶和保底",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One block: the mean share of its known inputs, what it earned, what was deducted. `rate` is
    None where no input is known: the block then counts in neither points nor full marks, but what
    is deducted for something that happened stays deducted. `missing` are the unknown inputs."""

    block: Block
    rate: Fraction | None
    steps: int | None
    step_deducted: Fraction
    ladder_deducted: Fraction
    missing: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether it counts."""
        return self.rate is not None

    @property
    def earned(self) -> Fraction:
        """Weight times rate."""
        return self.block.weight * self.rate if self.rate is not None else _NONE

    @property
    def deducted(self) -> Fraction:
        """By steps and by bands; a block loses at most its weight."""
        return min(self.step_deducted + self.ladder_deducted, self.block.weight)

    @property
    def points(self) -> Fraction:
        """What it adds to the sum; below zero only where the rate is unknown."""
        if self.rate is None:
            return -self.deducted
        return max(self.earned - self.deducted, _NONE)


@dataclass(frozen=True)
class Sheet:
    """A township's year: lines of blocks and the lines after them. All points add up to the
    score exactly; it is rounded once. Without any known block there is no score and no grade."""

    scheme: Scheme
    lines: tuple[Line, ...]
    extras: tuple[tuple[str, Fraction], ...]
    vetoes: tuple[Grade, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is a score at all."""
        return any(one.is_known for one in self.lines)

    @property
    def full(self) -> Fraction:
        """Full marks: the weights of the blocks that count."""
        return sum((one.block.weight for one in self.lines if one.is_known), _NONE)

    @cached_property
    def exact(self) -> Fraction | None:
        """The exact score: the sum of all lines."""
        if not self.is_known:
            return None
        return sum((one.points for one in self.lines), _NONE) + sum(
            (points for _key, points in self.extras), _NONE
        )

    @property
    def score(self) -> Decimal | None:
        """The score as it is printed."""
        return None if self.exact is None else round_half_up(self.exact)

    @property
    def uncalibrated(self) -> Decimal | None:
        """The score before calibration, for comparison."""
        if self.exact is None:
            return None
        moved = dict(self.extras)
        whole = self.exact - moved[CALIBRATION] - moved[CAP]
        return round_half_up(_within(self.scheme, whole))

    @property
    def earned_grade(self) -> Grade | None:
        """The grade by the score alone."""
        return None if self.score is None else self.scheme.grade(Fraction(self.score))

    @property
    def grade(self) -> Grade | None:
        """The grade after vetoes, which lower it and never raise it."""
        grade = self.earned_grade
        for one in self.vetoes:
            grade = lower_of(grade, one) if grade else grade
        return grade

    @property
    def missing(self) -> tuple[str, ...]:
        """Inputs that nobody knows, in the order of the sheet."""
        return tuple(key for one in self.lines for key in one.missing)


def sheet_of(scheme: Scheme, rates: Rates, entries: Entries) -> Sheet:
    """What a scheme makes of a township's year."""
    lines = tuple(_line(one, rates, entries) for one in scheme.blocks)
    return Sheet(scheme, lines, tuple(_extras(scheme, lines, entries)), entries.vetoes)


def _line(block: Block, rates: Rates, entries: Entries) -> Line:
    if block.formula == ENTERED:
        found = entries.rate(block.key)
        rate = found.share if found else None
        missing: tuple[str, ...] = () if found else (block.key,)
    else:
        parts = FORMULAS[block.formula].parts
        rate = mean_share(rates, parts)
        missing = tuple(key for key in parts if share_of(rates, key) is None)
    steps = number_of(rates, block.step_input) if block.step_input else None
    return Line(
        block, rate, steps, _stepped(block, steps or 0), step_down(block.ladder, rate), missing
    )


def _stepped(block: Block, steps: int) -> Fraction:
    """So many points for each, up to the most."""
    points = block.step_points * steps
    return points if block.step_most is None else min(points, block.step_most)


def _extras(
    scheme: Scheme, lines: tuple[Line, ...], entries: Entries
) -> Iterator[tuple[str, Fraction]]:
    got = sum((one.points for one in lines), _NONE)
    full = sum((one.block.weight for one in lines if one.is_known), _NONE)
    scaled = got * scheme.full / full if full else got
    yield SCALE, scaled - got
    bonus = min(entries.bonus, scheme.bonus_most)
    penalty = min(entries.penalty, scheme.penalty_most)
    yield BONUS, bonus
    yield PENALTY, -penalty
    yield CALIBRATION, entries.calibration
    whole = scaled + bonus - penalty + entries.calibration
    yield CAP, _within(scheme, whole) - whole


def _within(scheme: Scheme, points: Fraction) -> Fraction:
    return min(max(points, scheme.lowest), scheme.highest)
