"""Frozen rows and figures of the red and black board."""

from collections.abc import Iterator
from decimal import Decimal

from rectification.reports.content import Cell, Fold, Formula, Item, Table, Where, count
from rectification.reports.told import Known, Later
from rectification.warnings.choices import Colour
from rectification.warnings.figures.townships import Limits, Tally, colour_of

BASE = "boards"
# Overall scores of townships, the first that a report has.
SCORES = ("grade.score", "rating.score")
_COLOURS = ("red", "yellow", "green", "grey")
_UNKNOWN: tuple[int | None, ...] = (None,) * len(_COLOURS)
_KEYS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "score": "综合得分", "red": "红色村",
    "yellow": "黄色村", "green": "绿色村", "grey": "未评村", "colour": "乡镇颜色",
    "scored": "参加红榜的得分",
}  # fmt: skip


def board_rows(limits: Limits, known: Known) -> Later:
    """Score and colour of each township, and who stands where by them."""
    rows = tuple(_rows(limits, known))
    table = Table(BASE, "红黑榜依据", tuple(_KEYS), tuple(_KEYS.values()), rows)
    return Later((table,), tuple(_items(table)))


def _rows(limits: Limits, known: Known) -> Iterator[tuple[Cell, ...]]:
    for unit, name in known.asked.townships.items():
        score = _score(known, unit)
        counts = _counts(known, unit)
        colour = colour_of(Tally(*counts), limits) if counts else None
        text = None if score is None else f"{score:f}"
        scored = None if colour == Colour.RED else text
        yield (unit, name, text, *(counts or _UNKNOWN), colour, scored)


def _score(known: Known, unit: str) -> Decimal | None:
    found = (known.of(code, unit) for code in SCORES)
    return next((one.number for one in found if one is not None), None)


def _counts(known: Known, unit: str) -> list[int] | None:
    """Villages by colour; None where the month was not judged."""
    found = [known.of(f"colour.{one}", unit) for one in _COLOURS]
    if any(one is None or one.value is None for one in found):
        return None
    return [int(one.value or 0) for one in found if one is not None]


def _items(table: Table) -> Iterator[Item]:
    tables = {BASE: table}
    formula = count(BASE, Where("colour", "eq", str(Colour.RED)))
    yield Item.folded("boards.black", "黑榜乡镇（街道）", "个", formula, tables)
    for row in table.rows:
        unit, name, score, scored = (
            table.cell(row, key) for key in ("township_code", "township", "score", "scored")
        )
        if score is not None:
            total = Formula("value", (_of(unit, "score"),), 2, empty=None)
            yield _item(f"boards.score.{unit}", f"{name}综合得分", "分", total, tables, unit)
        if scored is not None:
            better = Fold(BASE, "distinct", "scored", (Where("scored", "gt", scored),))
            rank = Formula("place", (better,))
            yield _item(f"boards.rank.{unit}", f"{name}红榜名次", "名", rank, tables, unit)
        if table.cell(row, "red") is not None:
            whole = Formula("value", (_of(unit, "red"),))
            yield _item(f"boards.red.{unit}", f"{name}红色村", "个", whole, tables, unit)


def _of(unit: Cell, column: str) -> Fold:
    return Fold(BASE, "sum", column, (Where("township_code", "eq", unit),))


def _item(code: str, label: str, unit: str, formula: Formula, tables: dict[str, Table],
          township: Cell) -> Item:  # fmt: skip
    return Item.folded(code, label, unit, formula, tables, unit_code=str(township))
