"""Codes and marks of frozen cells in words, on pages, in workbooks, in formulas. Pure."""

from collections.abc import Iterable

from cadres.figures.vacancies import Chair
from cadres.wording.dispositions import UnfitCategory
from cadres.wording.reviews import ReviewResult
from collective_economy.choices import Tier
from rectification.reports.assessment.states import GradeChoice, ObjectionStatus
from rectification.reports.content import Cell
from rectification.reports.topics.bands import BANDS
from rectification.reports.topics.quarter_grades import WORDS as GRADES
from rectification.warnings.choices import Colour, DisputeStatus, Level
from rectification.warnings.states import AlertStatus

Words = dict[Cell, str]


def _labels(choices: Iterable[tuple[str, object]]) -> Words:
    return {value: str(label) for value, label in choices}


_COLOURS = _labels(Colour.choices)
_YES: Words = {1: "是", 0: "否"}
_LIGHTS: Words = {
    "red": "重点提示", "yellow": "天数不足", "green": "正常", "grey": "没有登记",
}  # fmt: skip
_SPANS: Words = {"now": "本期", "before": "上期"}
_BY_TABLE: dict[str, dict[str, Words]] = {
    "colours": {"was": _COLOURS, "last_year": _COLOURS},
    "events": {"level": _labels(Level.choices), "ended": _labels(AlertStatus.choices)},
    "reasons": {"level": _labels(Level.choices)},
    "objections": {"status": _labels(DisputeStatus.choices)},
    "stationed": {"light": _LIGHTS},
    "filing": {"span": _SPANS},
    "tasks": {"span": _SPANS, "state": {"done": "完成", "late": "逾期", "open": "未完成"}},
    "townships": {"band": _labels(BANDS.items())},
    "grades": {"grade": _labels(GRADES.items())},
    "year_grades": {"grade": _labels(GradeChoice.choices)},
    "year_objections": {"status": _labels(ObjectionStatus.choices)},
    "scores": {"kind": {"block": "考核内容", "extra": "加扣分和校准"}},
    "vacancies": {"chair": _labels(Chair.choices)},
    "dispositions": {"category": _labels(UnfitCategory.choices)},
    "reviews": {"result": _labels(ReviewResult.choices)},
    "before": {"time": {"before": "上期", "year": "上年同期"}},
    "villages": {"tier_move": {"up": "升档", "down": "降档"}},
}
_BY_KEY: dict[str, Words] = {"tier": _labels(Tier.choices), "colour": _COLOURS}
# Columns that say whether something is so; columns of counts are not among them.
_MARKS = {
    "villages": "behind_plan income_filed reserve_enough secretary team_both team_branch "
                "team_committee",
    "cases": "applied both_complete branch_complete closed committee_complete is_last overdue "
             "recruiting_villages",
    "colours": "better noticed worse",
    "orders": "closed due in_time issued open overdue",
    "voices": "answered in_time late live satisfied",
    "months": "corrected correction",
    "works": "in_span",
    "reviews": "initiated open",
    "stationed": "is_first reached",
    "scores": "known",
    "inspection_sites": "hidden",
    "inspection_findings": "mended serious",
    "vacancies": "at_least over",
    "calendar": "passed",
    "events": "raised_in worsened",
    "case_duties": "signed",
    "case_problems": "solved",
    "grades": "small",
    "townships": "small",
}  # fmt: skip
_MARKED = {table: frozenset(keys.split()) for table, keys in _MARKS.items()}


def words_of(table: str, key: str) -> Words:
    """The words of a column of a frozen table by its codes; empty where its cells are said as they
    are."""
    if key in _MARKED.get(table, ()) or (table == "villages" and key.endswith("_both")):
        return _YES
    return _BY_TABLE.get(table, {}).get(key) or _BY_KEY.get(key, {})


def word(table: str, key: str, cell: Cell) -> Cell:
    """A cell in words; as it is where it has none."""
    return words_of(table, key).get(cell, cell)
