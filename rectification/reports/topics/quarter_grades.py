"""Overall evaluation of the quarter: a grade for each township (好/较好/一般/较差)."""

from collections.abc import Iterator

from rectification.reports import period_parameters as numbers
from rectification.reports.asked import Asked
from rectification.reports.content import Item, Line, Paragraph, Table, Where, count
from rectification.reports.parameters import choices
from rectification.reports.tables import Shown, township_table
from rectification.reports.told import Known, Later, Told, paragraph
from rectification.reports.topics.quarter_parts import PARTS, decided, rates
from rectification.reports.topics.scoring import base, items, part_count, parts_of
from rectification.reports.words import listed

SCORES, GRADES = "grade_parts", "grades"
GOOD, FAIR, PLAIN, POOR, NONE = "good", "fair", "plain", "poor", "none"
WORDS = {GOOD: "好", FAIR: "较好", PLAIN: "一般", POOR: "较差", NONE: "未评"}
_BOUNDS = ((GOOD, numbers.GRADE_GOOD), (FAIR, numbers.GRADE_FAIR), (PLAIN, numbers.GRADE_PLAIN))
_KEYS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "villages": "村数", "score": "得分",
    "grade": "等次", "small": "村数少", "parts": "有数据的部分",
}  # fmt: skip
_DEFINITION = "各部分的率按县定权重平均，没有数据的部分不参加平均"


def tell(_asked: Asked) -> Told:
    """Scores and grades from tasks, filing, colours and findings. No query of its own."""
    return Told("quarter_grades", later=_later, paragraphs=_words, tables=_tables)


def _later(known: Known) -> Later:
    townships = known.asked.townships
    parts = base(SCORES, "季度评价各部分", rates(known), townships)
    scores = tuple(items("grade", "季度评价得分", parts, townships, _DEFINITION))
    grades = _grades(known, parts, {one.code: one for one in scores})
    counted = tuple(_counted(grades))
    return Later((parts, grades), (*scores, *counted))


def _grades(known: Known, parts: Table, scores: dict[str, Item]) -> Table:
    small = choices(known.asked.county.code, known.asked.as_of).small
    rows = []
    for unit, name in known.asked.townships.items():
        villages = sum(one.township_code == unit for one in known.asked.places)
        score, known_parts = scores[f"grade.score.{unit}"], part_count(parts, unit)
        grade = grade_of(known.asked, score, known_parts)
        rows.append((unit, name, villages, score.value, grade, int(villages < small), known_parts))
    return Table(GRADES, "各乡镇（街道）季度评价", tuple(_KEYS), tuple(_KEYS.values()), tuple(rows))


def grade_of(asked: Asked, score: Item, parts: int) -> str:
    """The grade of a score by the county's bounds; none on too few parts."""
    if score.number is None or parts < decided(asked, numbers.GRADE_PARTS.key):
        return NONE
    reached = (grade for grade, low in _BOUNDS if score.number >= decided(asked, low.key))
    return next(reached, POOR)


def _counted(grades: Table) -> Iterator[Item]:
    """How many townships have each grade."""
    for grade, word in WORDS.items():
        formula = count(GRADES, Where("grade", "eq", grade))
        label = f"季度评价为“{word}”的乡镇" if grade != NONE else "季度未评的乡镇"
        yield Item.folded(f"grade.{grade}", label, "个", formula, {GRADES: grades})


def _of(known: Known, grade: str) -> list[str]:
    table = known.tables[GRADES]
    return [str(table.cell(row, "township")) for row in table.rows
            if table.cell(row, "grade") == grade]  # fmt: skip


def _words(known: Known) -> Iterator[Paragraph]:
    yield from paragraph("", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    graded = [grade for grade in (GOOD, FAIR, PLAIN, POOR) if known.some(f"grade.{grade}")]
    if not graded:
        return
    used = "、".join(parts_of(known.tables[SCORES]).values())
    yield Line("grades.basis", f"综合{used}评价，没有数据的部分不参加。")
    said = (f"评价为“{WORDS[one]}”的{{grade.{one}}}个：{listed(_of(known, one))}" for one in graded)
    yield Line("grades.townships", f"{'；'.join(said)}。")
    if known.some(f"grade.{NONE}"):
        names = listed(_of(known, NONE))
        yield Line("grades.none", f"{names}{{grade.{NONE}}}个乡镇（街道）数据不足，本季度未评。")


def _tables(known: Known) -> Iterator[Table]:
    if not any(known.some(f"grade.{one}") for one in (GOOD, FAIR, PLAIN, POOR)):
        return
    held = parts_of(known.tables[SCORES])
    shown = [Shown(f"{label}%", f"grade.{part}", "", 7, total=False)
             for part, label, _weight, _read in PARTS if part in held]  # fmt: skip
    score = Shown("得分", "grade.score", "", 6, total=False)
    yield _with_words(
        known, township_table(known, "scores", "各乡镇（街道）季度评价", [*shown, score])
    )


def _with_words(known: Known, table: Table) -> Table:
    """The same without its empty sum, with a column of grades; small townships are marked."""
    grades = known.tables[GRADES]
    words = [WORDS[str(one)] for one in grades.column("grade")]
    marks = ["*" if one else "" for one in grades.column("small")]
    rows = tuple(
        (f"{row[0]}{mark}", *row[1:], word)
        for row, word, mark in zip(table.rows, words, marks, strict=False)
    )
    codes = tuple((*one, None) for one in table.codes[: len(rows)])
    note = "标*的乡镇（街道）村数少，一个村的变化影响较大。" if any(marks) else ""
    return Table(
        table.key, table.title, (*table.keys, "grade"), (*table.headers, "等次"), rows,
        codes=codes, note=note, widths=(*table.widths, 5),
    )  # fmt: skip
