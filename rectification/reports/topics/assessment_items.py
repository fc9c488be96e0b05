"""Figures of the year-end assessment, each recomputed from frozen rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rectification.reports.assessment.rules.registry import COUNT, INPUTS
from rectification.reports.assessment.rules.schemes import GRADE_WORDS
from rectification.reports.content import (
    Fold,
    Formula,
    Item,
    Table,
    Where,
    count,
    share_of,
    total,
)
from rectification.reports.topics.assessment_rows import (
    BLOCK,
    GRADES,
    INPUT_ROWS,
    LINES,
    OBJECTED,
    VETOES,
)

Tables = Mapping[str, Table]
PER_TOWNSHIP = tuple(f"assessed.{key}" for key in INPUTS)
_OUTCOMES = (("upheld", "成立的异议"), ("rejected", "维持的异议"), ("open", "复核中的异议"))


def assessment_items(tables: Tables) -> Iterator[Item]:
    """Inputs of the county, numbers of grades, vetoes, objections, and every township's sheet."""
    yield from _inputs(tables)
    yield from _counts(tables)
    for row in tables[GRADES].rows:
        yield from _township(tables, str(row[0]), str(row[1]))


def _inputs(tables: Tables) -> Iterator[Item]:
    """The county's rates: sums of parts over sums of wholes."""
    for key, one in INPUTS.items():
        mine = (Where("input", "eq", key),)
        part = Fold(INPUT_ROWS, "sum", "numerator", mine)
        code = f"assessed.{key}"
        if one.kind == COUNT:
            formula = Formula("value", (part,), empty=None)
            item = Item.folded(code, one.label, "个", formula, tables, definition=one.definition)
        else:
            formula = share_of(part, Fold(INPUT_ROWS, "sum", "denominator", mine))
            item = Item.folded(code, one.label, "%", formula, tables, definition=one.definition)
        yield replace(item, unit=_UNITS.get(key, item.unit))


_UNITS = {"life.missed": "次"}


def _counts(tables: Tables) -> Iterator[Item]:
    def counted(code: str, label: str, table: str, *where: Where, unit: str = "个") -> Item:
        return Item.folded(code, label, unit, count(table, *where), tables)

    judged = Where("score", "known")
    yield counted("score.judged", "参加考核的乡镇（街道）", GRADES, judged)
    for grade, word in GRADE_WORDS.items():
        label = f"评为“{word}”的乡镇（街道）"
        yield counted(f"score.{grade}", label, GRADES, Where("grade", "eq", str(grade)))
    yield counted("score.unknown", "没有得分的乡镇（街道）", GRADES, Where("score", "unknown"))
    yield counted("score.gaps", "有缺数据内容的乡镇（街道）", GRADES, Where("gaps", "gt", 0))
    calibrated = Where("calibrated", "eq", 1)
    yield counted("score.calibrated", "经过校准的乡镇（街道）", GRADES, calibrated)
    yield counted("score.vetoes", "一票否决", VETOES, unit="项")
    yield counted("objections.opened", "提出的异议", OBJECTED, Where("status", "ne", "taken_back"),
                  unit="件")  # fmt: skip
    for status, label in _OUTCOMES:
        where = Where("status", "eq", status)
        yield counted(f"objections.{status}", label, OBJECTED, where, unit="件")


def _township(tables: Tables, unit: str, name: str) -> Iterator[Item]:
    """Score, full marks, points of each line, what was deducted, and the place."""
    mine = Where("township_code", "eq", unit)
    whole = total(LINES, "points", mine, digits=2, empty=None)
    points = Item.folded(
        f"score.points.{unit}", f"{name}得分", "分", whole, tables, unit_code=unit,
        definition="各行得分之和，精确计算，最后四舍五入到两位小数",
    )  # fmt: skip
    yield points
    full = total(
        LINES, "weight", mine, Where("kind", "eq", BLOCK), Where("known", "eq", 1), digits=2
    )
    yield Item.folded(
        f"score.full.{unit}", f"{name}计入的满分", "分", full, tables, unit_code=unit,
        definition="有数据的考核内容的权重之和",
    )  # fmt: skip
    yield from _lines(tables, unit, name)
    if points.value is not None:
        better = Where("score", "gt", str(points.value))
        place = Formula("place", (Fold(GRADES, "distinct", "score", (better,)),))
        yield Item.folded(
            f"score.place.{unit}", f"{name}名次", "名", place, tables, unit_code=unit,
            definition="得分更高的不同得分个数加一，得分相同的并列", before=points.code,
        )  # fmt: skip


def _lines(tables: Tables, unit: str, name: str) -> Iterator[Item]:
    table = tables[LINES]
    for row in table.rows:
        if table.cell(row, "township_code") != unit:
            continue
        key, label = table.cell(row, "line"), table.cell(row, "label")
        mine = (Where("township_code", "eq", unit), Where("line", "eq", key))
        formula = total(LINES, "points", *mine, digits=2, empty=None)
        yield Item.folded(
            f"score.line.{key}.{unit}", f"{name}{label}", "分", formula, tables, unit_code=unit
        )
