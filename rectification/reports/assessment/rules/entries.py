"""What people add to the computed score of one township."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from rectification.reports.assessment.rules.inputs import Rate
from rectification.reports.assessment.rules.schemes import Grade


@dataclass(frozen=True)
class Entries:
    """Confirmed entries: points out of a hundred by block, sums of bonus and penalty, signed
    calibration, and the best grade that each veto leaves."""

    scores: Mapping[str, Fraction] = field(default_factory=dict)
    bonus: Fraction = Fraction(0)
    penalty: Fraction = Fraction(0)
    calibration: Fraction = Fraction(0)
    vetoes: tuple[Grade, ...] = ()

    def rate(self, block: str) -> Rate | None:
        """The entered score of a block as a rate; None until somebody entered it."""
        points = self.scores.get(block)
        return None if points is None else Rate(int(points * 100), 10_000)


@dataclass(frozen=True)
class Entry:
    """One confirmed entry: `kind` is score, bonus, penalty, calibration or veto."""

    kind: str
    points: Fraction = Fraction(0)
    block: str = ""
    grade: Grade | None = None


def gathered(entries: Iterable[Entry]) -> Entries:
    """All entries of one township; several scores of one block count as their mean."""
    rows = list(entries)
    blocks = dict.fromkeys(one.block for one in rows if one.kind == "score")
    return Entries(
        {block: _mean([one.points for one in rows if one.kind == "score" and one.block == block])
         for block in blocks},
        _sum(rows, "bonus"), _sum(rows, "penalty"), _sum(rows, "calibration"),
        tuple(one.grade for one in rows if one.kind == "veto" and one.grade),
    )  # fmt: skip


def _sum(rows: Iterable[Entry], kind: str) -> Fraction:
    return sum((one.points for one in rows if one.kind == kind), Fraction(0))


def _mean(points: list[Fraction]) -> Fraction:
    return sum(points, Fraction(0)) / len(points)
