"""The parts of a township's overall evaluation, from figures that the report states anyway."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from rectification.reports import period_parameters as numbers
from rectification.reports.asked import Asked
from rectification.reports.content import Item
from rectification.reports.told import Known
from rectification.reports.topics.inspection_rows import FINDINGS, SITES
from rectification.reports.topics.scoring import Rate
from villages import parameters

Pair = tuple[int, int] | None
_COLOURS = ("red", "yellow", "green")


def _share(code: str) -> Callable[[Known, str], Pair]:
    """Part and whole of a share that every township has."""

    def read(known: Known, unit: str) -> Pair:
        item = known.of(code, unit)
        if item is None or item.numerator is None or item.denominator is None:
            return None
        return item.numerator, item.denominator

    return read


def _not_red(known: Known, unit: str) -> Pair:
    """Villages that are judged and not red, of those that are judged."""
    counted = [_number(known.of(f"colour.{one}", unit)) for one in _COLOURS]
    if any(one is None for one in counted):
        return None
    red, *others = [one or 0 for one in counted]
    return sum(others), red + sum(others)


def _number(item: Item | None) -> int | None:
    return None if item is None or item.value is None else int(item.value)


def _found(known: Known, unit: str) -> Pair:
    """Of a hundred points, those left after a deduction for each finding that is not put right;
    only where an inspection came."""
    if SITES not in known.tables or FINDINGS not in known.tables:
        return None
    if unit not in known.tables[SITES].column("township_code"):
        return None
    table, asked = known.tables[FINDINGS], known.asked
    steps = {
        0: decided(asked, numbers.FINDING_OPEN.key), 1: decided(asked, numbers.FINDING_SERIOUS.key)
    }  # fmt: skip
    lost = sum(
        steps[int(table.cell(row, "serious") or 0)]
        for row in table.rows
        if table.cell(row, "township_code") == unit and table.cell(row, "mended") != 1
    )
    return max(100 - lost, 0), 100


PARTS = (
    ("tasks", "任务完成率", numbers.GRADE_TASKS, _share("tasks.rate")),
    ("filing", "按时报送率", numbers.GRADE_FILING, _share("filing.on_time")),
    ("not_red", "非红色村占比", numbers.GRADE_RED, _not_red),
    ("findings", "检查问题得分率", numbers.GRADE_FINDINGS, _found),
)


def rates(known: Known) -> Iterator[Rate]:
    """Every part of every township that has data."""
    for unit in known.asked.townships:
        for part, label, weight, read in PARTS:
            pair = read(known, unit)
            if pair and pair[1]:
                weighs = Fraction(decided(known.asked, weight.key))
                yield Rate(unit, part, label, Fraction(pair[0]), Fraction(pair[1]), weighs)


def decided(asked: Asked, key: str) -> int:
    """A number of the county on the day."""
    return int(parameters.value(key, on=asked.as_of, county=asked.county.code))
