"""Printed tables of the year-end assessment: score sheet, ranks by switch, vetoes, gaps."""

from collections.abc import Iterator

from rectification.reports.assessment.rules.registry import label_of
from rectification.reports.assessment.rules.sheet import EXTRAS
from rectification.reports.content import Cell, Table
from rectification.reports.figures.assessment import Board
from rectification.reports.parameters import choices
from rectification.reports.tables import UNIT, numbered
from rectification.reports.told import Known
from rectification.reports.topics.assessment_rows import GRADES, OBJECTED, VETOES

_OUTCOMES = {"open": "复核中", "upheld": "成立", "rejected": "维持"}


def assessment_tables(found: Board, known: Known) -> Iterator[Table]:
    """Townships stand in order of codes; places are printed where the county wants them."""
    ranked = choices(known.asked.county.code, known.asked.as_of).ranks
    columns = list(_columns(found, known, ranked=ranked))
    rows = tuple(_row(known, columns, unit, name) for unit, name, *_rest in _graded(known))
    codes = tuple(
        (None, *(code if (code := f"{stem}.{unit}") in known.items else None
                 for stem, _label in columns), None)
        for unit, *_rest in _graded(known)
    )  # fmt: skip
    yield Table(
        "score_sheet", "年终考核计分表",
        ("unit", *(stem for stem, _label in columns), "grade"),
        (UNIT, *(label for _stem, label in columns), "等次"), rows, codes,
        note="“—”为缺数据，不计入满分，按其余内容折算；满分、加扣分和封顶保底见考核办法。",
        widths=(9, *(5 for _one in columns), 4),
    )  # fmt: skip
    yield from _lists(found, known)


def _columns(found: Board, known: Known, *, ranked: bool) -> Iterator[tuple[str, str]]:
    for block in found.scheme.blocks:
        yield f"score.line.{block.key}", block.name
    units = [str(row[0]) for row in _graded(known)]
    for key, label in EXTRAS.items():
        if any(known.some(f"score.line.{key}.{unit}") for unit in units):
            yield f"score.line.{key}", label
    yield "score.points", "得分"
    if ranked:
        yield "score.place", "名次"


def _graded(known: Known) -> tuple[tuple[Cell, ...], ...]:
    return known.tables[GRADES].rows


def _row(known: Known, columns: list[tuple[str, str]], unit: Cell, name: Cell) -> tuple[Cell, ...]:
    cells = (known.items.get(f"{stem}.{unit}") for stem, _label in columns)
    table = known.tables[GRADES]
    grade = next(table.cell(row, "word") for row in table.rows if row[0] == unit)
    return (name, *(one.shown() if one else "—" for one in cells), grade or "—")


def _lists(found: Board, known: Known) -> Iterator[Table]:
    missing = [
        (one.name, "、".join(_label(found, key) for key in keys)) for one, keys in found.missing
    ]
    if missing:
        yield numbered("score_missing", "缺数据清单", (UNIT, "缺少的数据"), missing, (10, 50))
    vetoes, objected = known.tables[VETOES], known.tables[OBJECTED]
    if vetoes.rows:
        rows = [row[1:] for row in vetoes.rows]
        yield numbered("vetoes", "一票否决清单", (UNIT, "事由", "最高评为"), rows, (10, 40, 8))
    told = [
        (row[1], row[2], _OUTCOMES[str(row[3])], row[4])
        for row in objected.rows
        if str(row[3]) in _OUTCOMES
    ]
    if told:
        heads = (UNIT, "异议", "结果", "复核意见")
        yield numbered("objections", "异议办理情况", heads, told, (10, 26, 6, 26))


def _label(found: Board, key: str) -> str:
    """An input, or a block that waits for an entered score."""
    names = {one.key: one.name for one in found.scheme.blocks}
    return names.get(key) or label_of(key)
