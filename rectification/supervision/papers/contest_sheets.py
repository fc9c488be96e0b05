"""The sheet on which scores are written down, as the import takes it."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from rectification.supervision.figures.contests import aspects_of, entries_of, scores_of
from rectification.supervision.models import Contest
from rectification.supervision.rules.contest import Aspect
from villages.common.columns import Kind
from villages.imports.declaring import sheet_kinds
from villages.lists.sheets import Sheet, SheetColumn

KEY = "judge-scores"
_WIDTHS = {"entry": 34, "aspect": 20}
_LAST = "points"


def score_sheets(contest: Contest, judges: Sequence[str] = ()) -> Sheet:
    """A line for each judge, village and aspect; what was given already is filled in.

    Judges are those named here and those who scored before; without any the line has none.
    """
    scores = scores_of(contest)
    known = {(one.entry, one.aspect, one.judge): one.points for one in scores}
    names = list(dict.fromkeys([*judges, *sorted({one.judge for one in scores})])) or [""]
    columns = sheet_kinds()[KEY].columns
    lines = product(names, list(entries_of(contest)), aspects_of(contest))
    rows = [
        [cells.get(one.key) for one in columns]
        for judge, entry, aspect in lines
        if (cells := _cells(entry, aspect, judge, contest, known))
    ]
    heads = [
        SheetColumn(
            one.header, Kind.DECIMAL if one.key == _LAST else Kind.TEXT,
            _WIDTHS.get(one.key, 14), unit=one.unit, required=one.required,
        )
        for one in columns
    ]  # fmt: skip
    return Sheet(contest.title[:30], heads, rows, preamble=[[f"{contest.title} 评委打分表"]])


def _cells(
    entry: Any, aspect: Aspect, judge: str, contest: Contest,
    known: Mapping[tuple[int, int, str], Any],
) -> dict[str, Any]:  # fmt: skip
    """One line by key of the column."""
    return {
        "township": entry.village.township.name,
        "village": entry.village.name,
        "entry": contest.title,
        "aspect": aspect.name,
        "judge": judge,
        _LAST: known.get((entry.pk, aspect.key, judge)),
    }
