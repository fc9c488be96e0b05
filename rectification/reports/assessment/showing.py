"""A score sheet in words: how each line came about, for pages and programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.assessment.rules.inputs import Rate, Rates
from rectification.reports.assessment.rules.ladder import ladder_words
from rectification.reports.assessment.rules.registry import (
    ENTERED,
    FORMULAS,
    HUNDREDTHS,
    INPUTS,
    label_of,
)
from rectification.reports.assessment.rules.sheet import EXTRAS, Line, Sheet
from villages.common.shares import round_half_up


@dataclass(frozen=True)
class Part:
    """One input of a line: its value with its base, or a gap; what it means."""

    label: str
    value: str
    base: str
    definition: str


@dataclass(frozen=True)
class Row:
    """One line: weight, formula in words, inputs, rate, points; all as printed. `deductions` are
    sentences."""

    key: str
    name: str
    weight: str
    formula: str
    parts: tuple[Part, ...]
    rate: str
    earned: str
    deductions: tuple[str, ...]
    points: str
    is_known: bool


def rows_of(sheet: Sheet, rates: Rates) -> list[Row]:
    """The lines of the blocks."""
    return [_row(line, rates) for line in sheet.lines]


def extras_of(sheet: Sheet) -> list[tuple[str, str]]:
    """The lines after them that changed anything."""
    return [(EXTRAS[key], plain(points, sign=True)) for key, points in sheet.extras if points]


def plain(number: Fraction | Decimal | None, *, sign: bool = False) -> str:
    """With two decimals; a dash where there is none."""
    if number is None:
        return "—"
    rounded = round_half_up(number)
    return f"{rounded:+f}" if sign else f"{rounded:f}"


def _row(line: Line, rates: Rates) -> Row:
    block = line.block
    formula = FORMULAS[block.formula]
    known = line.is_known
    return Row(
        block.key, block.name, plain(block.weight), f"{plain(block.weight)} × {formula.label}",
        tuple(_part(key, rates.get(key)) for key in formula.parts),
        f"{round_half_up(line.rate * 100)}%" if line.rate is not None else "—",
        plain(line.earned) if known else "—", tuple(_deductions(line)),
        plain(line.points) if known or line.deducted else _("缺数据"), known,
    )  # fmt: skip


def _part(key: str, rate: Rate | None) -> Part:
    one = INPUTS[key]
    share = rate.share if rate else None
    if rate is None or share is None:
        return Part(one.label, _("缺数据"), "", one.definition)
    return Part(one.label, f"{round_half_up(share * 100)}%", _base(key, rate), one.definition)


def _base(key: str, rate: Rate) -> str:
    if key in HUNDREDTHS:
        part, whole = (plain(Fraction(one, 100)) for one in (rate.part, rate.whole))
        return f"{part}/{whole}{HUNDREDTHS[key]}"
    return f"{rate.part}/{rate.whole}"


def _deductions(line: Line) -> Iterator[str]:
    block = line.block
    if block.step_input and line.steps is not None:
        most = _(",最多扣 %s 分") % plain(block.step_most) if block.step_most is not None else ""
        yield _("%(label)s %(number)d,每件扣 %(each)s 分%(most)s,扣 %(points)s 分") % {
            "label": label_of(block.step_input), "number": line.steps,
            "each": plain(block.step_points), "most": most, "points": plain(line.step_deducted),
        }  # fmt: skip
    if block.ladder and line.rate is not None:
        yield _("%(words)s;扣 %(points)s 分") % {
            "words": ladder_words(block.ladder), "points": plain(line.ladder_deducted),
        }  # fmt: skip


def missing_of(sheet: Sheet) -> list[str]:
    """Names of what nobody knows: inputs, and blocks that wait for an entered score."""
    names = {one.block.key: one.block.name for one in sheet.lines
             if one.block.formula == ENTERED}  # fmt: skip
    return [names.get(key) or label_of(key) for key in sheet.missing]


def sheet_json(sheet: Sheet, rates: Rates) -> list[dict[str, Any]]:
    """The lines for programs: exact shares stay fractions of whole numbers."""
    return [
        {
            "key": line.block.key, "name": line.block.name, "weight": plain(line.block.weight),
            "formula": line.block.formula,
            "inputs": [
                {"key": key, "label": label_of(key), "numerator": rates[key].part,
                 "denominator": rates[key].whole}
                for key in FORMULAS[line.block.formula].parts
                if key in rates
            ],
            "missing": list(line.missing),
            "rate": None if line.rate is None else str(round_half_up(line.rate * 100)),
            "deducted": plain(line.deducted),
            "points": plain(line.points) if line.is_known or line.deducted else None,
        }
        for line in sheet.lines
    ]  # fmt: skip
