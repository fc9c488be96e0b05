"""Frozen rows of the year-end assessment: inputs, lines of score sheets, grades, objections."""

from collections.abc import Iterable
from fractions import Fraction

from rectification.reports.assessment.rules.registry import INPUTS
from rectification.reports.assessment.rules.schemes import GRADE_WORDS
from rectification.reports.assessment.rules.sheet import EXTRAS
from rectification.reports.content import Cell, Table
from rectification.reports.figures.assessment import Board, Judged
from rectification.reports.models import AssessmentEntry, AssessmentObjection

INPUT_ROWS, LINES, GRADES, VETOES, OBJECTED = (
    "score_inputs", "scores", "year_grades", "year_vetoes", "year_objections",
)  # fmt: skip
BLOCK, EXTRA = "block", "extra"


def exact(number: Fraction | None) -> Cell:
    """A number as frozen rows keep it: whole, else an exact fraction."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else str(number)


def assessment_bases(
    found: Board, vetoes: Iterable[AssessmentEntry], objections: Iterable[AssessmentObjection]
) -> tuple[Table, ...]:
    """All frozen rows. No query."""
    return (
        _inputs(found), _lines(found), _grades(found),
        _table(VETOES, "一票否决", ("ground", "grade"), ("事由", "最高评为"),
               ((one.township_code, one.township_name, f"{one.veto}：{one.ground}",
                 one.veto.get_best_grade_display() if one.veto else "") for one in vetoes)),
        _table(OBJECTED, "异议办理", ("claim", "status", "answer"), ("异议", "结果", "复核意见"),
               ((one.township_code, one.township_name, one.claim, one.status, one.answer)
                for one in objections)),
    )  # fmt: skip


def _table(
    key: str, title: str, keys: tuple[str, ...], headers: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
) -> Table:  # fmt: skip
    frame = ("township_code", "township"), ("乡镇代码", "乡镇（街道）")
    return Table(key, title, (*frame[0], *keys), (*frame[1], *headers), tuple(rows))


def _inputs(found: Board) -> Table:
    """A row for each township and input that is known."""
    rows = (
        (one.code, one.name, key, INPUTS[key].label, one.rates[key].part, one.rates[key].whole)
        for one in found.rows
        for key in INPUTS
        if key in one.rates
    )
    return _table(
        INPUT_ROWS, "考核数据", ("input", "label", "numerator", "denominator"),
        ("指标代码", "指标", "分子", "分母"), rows,
    )  # fmt: skip


def _lines(found: Board) -> Table:
    """A row for each township and line; the points of a township add up to its score exactly."""
    keys = ("line", "label", "kind", "known", "weight", "rate", "deducted", "points")
    headers = ("行", "名称", "性质", "有数据", "权重", "得分率（精确）", "扣分", "得分（精确）")
    rows = (line for one in found.rows for line in _lines_of(one))
    return _table(LINES, "考核计分", keys, headers, rows)


def _lines_of(one: Judged) -> Iterable[tuple[Cell, ...]]:
    head, sheet = (one.code, one.name), one.sheet
    for line in sheet.lines:
        block = line.block
        counts = line.is_known or (line.deducted and sheet.is_known)
        points = exact(line.points) if counts else None
        yield (
            *head, block.key, block.name, BLOCK, int(line.is_known), exact(block.weight),
            exact(line.rate), exact(line.deducted), points,
        )  # fmt: skip
    for key, moved in sheet.extras if sheet.is_known else ():
        yield (*head, key, EXTRAS[key], EXTRA, 1, None, None, None, exact(moved))


def _grades(found: Board) -> Table:
    keys = ("score", "before", "earned", "grade", "word", "vetoes", "calibrated", "gaps")
    headers = ("得分", "校准前", "按分数等次", "等次代码", "等次", "一票否决", "校准", "缺数据项")
    rows = ((one.code, one.name, *_graded(one)) for one in found.rows)
    return _table(GRADES, "考核等次", keys, headers, rows)


def _graded(one: Judged) -> tuple[Cell, ...]:
    sheet = one.sheet
    score, before = sheet.score, sheet.uncalibrated
    grade = sheet.grade
    return (
        None if score is None else f"{score:f}", None if before is None else f"{before:f}",
        sheet.earned_grade and GRADE_WORDS[sheet.earned_grade],
        str(grade) if grade else None, GRADE_WORDS[grade] if grade else None,
        len(sheet.vetoes), int(bool(one.entries.calibration)),
        sum(not line.is_known for line in sheet.lines),
    )  # fmt: skip
