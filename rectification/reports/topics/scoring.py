"""A score of townships from parts: each a rate with a weight, rows and formulas kept. Pure.

The score is the mean of the rates of the parts that are known, by weight: points over weights,
exact until it is rounded once. A part without data weighs nothing; it is never a zero.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from rectification.reports.content import Cell, Fold, Formula, Item, Table, Where, share_of

_KEYS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "part": "部分", "label": "名称",
    "numerator": "分子", "denominator": "分母", "weight": "权重", "points": "权重×率（精确）",
}  # fmt: skip


@dataclass(frozen=True)
class Rate:
    """One part of a township: how much of what there is, what it weighs, and at most how many per
    cent count (a goal that is ahead of time counts as fulfilled)."""

    unit: str
    part: str
    label: str
    numerator: Fraction
    denominator: Fraction
    weight: Fraction

    @property
    def points(self) -> Fraction:
        """Rate in per cent times weight."""
        return min(self.numerator / self.denominator, Fraction(1)) * 100 * self.weight


def base(key: str, title: str, rates: Iterable[Rate], names: Mapping[str, str]) -> Table:
    """A row for each township and part that has data and weight."""
    rows = tuple(
        (one.unit, names[one.unit], one.part, one.label, cell(one.numerator),
         cell(one.denominator), cell(one.weight), cell(one.points))
        for one in rates
        if one.denominator and one.weight
    )  # fmt: skip
    return Table(key, title, tuple(_KEYS), tuple(_KEYS.values()), rows)


def cell(number: Fraction) -> Cell:
    """A number as frozen rows keep it: whole, else as an exact fraction."""
    return int(number) if number.denominator == 1 else str(number)


def items(
    code: str, label: str, table: Table, names: Mapping[str, str], definition: str
) -> Iterator[Item]:
    """For each township the rate of each part (`code.part.unit`) and the score
    (`code.score.unit`); a township without any part has a gap."""
    tables = {table.key: table}
    for unit, name in names.items():
        where = Where("township_code", "eq", unit)
        for part, title in parts_of(table).items():
            own = (where, Where("part", "eq", part))
            part_of, whole = (
                Fold(table.key, "sum", one, own) for one in ("numerator", "denominator")
            )
            yield Item.folded(
                f"{code}.{part}.{unit}", f"{name}{title}", "%", share_of(part_of, whole), tables,
                unit_code=unit,
            )  # fmt: skip
        points, weights = (
            Fold(table.key, "sum", column, (where,)) for column in ("points", "weight")
        )
        yield Item.folded(
            f"{code}.score.{unit}", f"{name}{label}", "分",
            Formula("ratio", (points, weights), digits=2, empty=None), tables,
            unit_code=unit, definition=definition,
        )  # fmt: skip


def parts_of(table: Table) -> dict[str, str]:
    """Parts that any township has, with their names."""
    pairs = zip(table.column("part"), table.column("label"), strict=True)
    return {str(part): str(label) for part, label in pairs}


def part_count(table: Table, unit: str) -> int:
    """How many parts a township has."""
    return table.column("township_code").count(unit)
