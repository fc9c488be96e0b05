"""Mid-year self-rating: progress on the year's targets and how the work went, block by block."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from rectification.reports import period_parameters as numbers
from rectification.reports.asked import Asked
from rectification.reports.content import Line, Paragraph, Table
from rectification.reports.tables import Shown, township_table
from rectification.reports.told import Known, Later, Told, paragraph
from rectification.reports.topics import quarter_parts, scoring
from rectification.reports.topics.goal_list import CALENDAR, stated
from rectification.reports.topics.quarter_parts import decided
from rectification.reports.topics.scoring import Rate, parts_of
from rectification.reports.words import listed

RATING, BLOCKS = "rating", "rating_blocks"
_DEFINITION = (
    "进度为各年度目标完成率与时间进度之比的平均，过程为季度评价各部分的加权平均，"
    "两者按县定权重合成；缺进度或缺过程的不评"
)


def tell(_asked: Asked) -> Told:
    """Scores of townships from progress and process. No query of its own."""
    return Told("self_rating", later=_later, paragraphs=_words, tables=_tables)


def _later(known: Known) -> Later:
    rates = tuple(rate for unit in known.asked.townships for rate in _of_unit(known, unit))
    table = scoring.base(BLOCKS, "半年自评各部分", rates, known.asked.townships)
    names = known.asked.townships
    found = scoring.items(RATING, "半年自评得分", table, names, _DEFINITION)
    return Later((table,), tuple(found))


def _of_unit(known: Known, unit: str) -> Sequence[Rate]:
    """Blocks of both halves; none at all where one half has no data."""
    progress = list(_progress(known, unit))
    process = [one for one in quarter_parts.rates(known) if one.unit == unit]
    weights = (
        decided(known.asked, numbers.RATING_PROGRESS.key),
        decided(known.asked, numbers.RATING_PROCESS.key),
    )
    halves = [
        _weighted(half, Fraction(weight))
        for half, weight in zip((progress, process), weights, strict=True)
        if weight
    ]
    return [one for half in halves for one in half] if all(halves) else []


def _weighted(half: list[Rate], weight: Fraction) -> list[Rate]:
    """The blocks of a half share its weight as they weigh against each other."""
    whole = sum((one.weight for one in half), Fraction(0))
    return [replace(one, weight=one.weight / whole * weight) for one in half] if whole else []


def _progress(known: Known, unit: str) -> Iterator[Rate]:
    """Each target: what is done of what is due by now, a yearly one spread evenly over months."""
    passed = sum(cell == 1 for cell in known.tables[CALENDAR].column("passed"))
    for goal in stated(known):
        item = known.of(goal.code("share"), unit)
        months = (12, passed) if goal.yearly else (1, 1)
        if item and item.numerator is not None and item.denominator and months[1]:
            yield Rate(
                unit, goal.key, f"{goal.label}进度", Fraction(item.numerator * months[0]),
                Fraction(item.denominator * months[1]), Fraction(1),
            )  # fmt: skip


def _rated(known: Known) -> list[str]:
    return [unit for unit in known.asked.townships if known.has(f"rating.score.{unit}")]


def _words(known: Known) -> Iterator[Paragraph]:
    yield from paragraph("半年自评", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    rated, asked = _rated(known), known.asked
    if not rated:
        return
    progress = decided(asked, numbers.RATING_PROGRESS.key)
    process = decided(asked, numbers.RATING_PROCESS.key)
    yield Line(
        "rating.basis",
        f"自评分按进度{{={progress}}}%、过程{{={process}}}%合成，由系统数据算出，供自评参考。",
    )
    left = [name for unit, name in asked.townships.items() if unit not in rated]
    if left:
        yield Line("rating.none", f"{listed(left)}数据不足，没有自评分。")


def _tables(known: Known) -> Iterator[Table]:
    """Every block and the score, township by township."""
    if not _rated(known):
        return
    blocks = parts_of(known.tables[BLOCKS]).items()
    columns = [Shown(f"{label}%", f"rating.{part}", "", 6, total=False) for part, label in blocks]
    columns.append(Shown("自评分", "rating.score", "", 6, total=False))
    table = township_table(known, RATING, "各乡镇（街道）半年自评", columns)
    rows, codes = table.rows[:-1], table.codes[:-1]
    note = "进度超过百分之百的部分按百分之百计分。"
    yield replace(table, rows=rows, codes=codes, total=False, note=note)
