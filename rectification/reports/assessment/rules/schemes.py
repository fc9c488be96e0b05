"""A scheme of scores as a value: blocks with weights, deductions, bounds of grades, vetoes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from rectification.reports.assessment.rules.ladder import Ladder, read_ladder
from rectification.reports.assessment.rules.registry import ENTERED


class Grade(StrEnum):
    """Four grades, the best first."""

    GOOD = "good"
    BETTER = "better"
    FAIR = "fair"
    POOR = "poor"


GRADES = tuple(Grade)
GRADE_WORDS = {Grade.GOOD: "好", Grade.BETTER: "较好", Grade.FAIR: "一般", Grade.POOR: "差"}


@dataclass(frozen=True)
class Block:
    """Weight times rate, less what is deducted: so many points for each of something (up to
    `step_most`), and by bands of the rate."""

    key: str
    name: str
    weight: Fraction
    formula: str
    step_input: str = ""
    step_points: Fraction = Fraction(0)
    step_most: Fraction | None = None
    ladder: Ladder = ()


@dataclass(frozen=True)
class Scheme:
    """Blocks in order and the bounds. `bounds` are the lowest scores of good, better, fair."""

    title: str
    blocks: tuple[Block, ...]
    bounds: tuple[Fraction, Fraction, Fraction] = (Fraction(90), Fraction(80), Fraction(70))
    lowest: Fraction = Fraction(0)
    highest: Fraction = Fraction(110)
    bonus_most: Fraction = Fraction(5)
    penalty_most: Fraction = Fraction(5)

    @property
    def full(self) -> Fraction:
        """The sum of all weights."""
        return sum((one.weight for one in self.blocks), Fraction(0))

    def grade(self, score: Fraction) -> Grade:
        """The grade of a score as it is printed; a bound itself is enough."""
        for grade, bound in zip(GRADES, self.bounds, strict=False):
            if score >= bound:
                return grade
        return Grade.POOR


def lower_of(one: Grade, other: Grade) -> Grade:
    """The worse of two grades."""
    return max(one, other, key=GRADES.index)


# §6.4: the weights that hold until a county lays down its own.
DEFAULT_BLOCKS: tuple[Mapping[str, Any], ...] = (
    {"key": "life", "name": "组织生活和支部标准化", "weight": "15", "formula": "life",
     "step_input": "life.missed", "step_points": "0.5", "step_most": "5"},
    {"key": "team", "name": "班子和干部队伍", "weight": "15", "formula": "team"},
    {"key": "cases", "name": "后进村整顿", "weight": "20", "formula": "cases",
     "step_input": "cases.relapses", "step_points": "2", "step_most": None},
    {"key": "warnings", "name": "预警办理", "weight": "10", "formula": "warnings"},
    {"key": "economy", "name": "集体经济", "weight": "15", "formula": "economy"},
    {"key": "masses", "name": "群众满意", "weight": "10", "formula": "masses"},
    {"key": "resident", "name": "驻村帮扶", "weight": "5", "formula": "resident"},
    {"key": "duty", "name": "书记述职评议", "weight": "10", "formula": ENTERED},
)  # fmt: skip
DEFAULT_VETOES = (
    ("发生群体性事件，负主要责任", Grade.FAIR),
    ("弄虚作假，数据造假", Grade.POOR),
    ("乡镇党委书记因抓党建不力被问责", Grade.FAIR),
)


def block_of(stored: Mapping[str, Any]) -> Block:
    """A block from plain JSON."""
    most = stored.get("step_most")
    return Block(
        stored["key"], stored["name"], Fraction(str(stored["weight"])), stored["formula"],
        stored.get("step_input") or "", Fraction(str(stored.get("step_points") or 0)),
        None if most is None else Fraction(str(most)), read_ladder(stored.get("ladder") or ""),
    )  # fmt: skip


DEFAULT = Scheme("年终考核办法", tuple(block_of(one) for one in DEFAULT_BLOCKS))
