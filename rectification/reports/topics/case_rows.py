"""The rows of a batch as a report freezes them: a case a row."""

from collections.abc import Mapping
from typing import Any

from rectification.figures.acceptance import LABELS, Fared, Fate
from rectification.figures.effect_parts import Effect
from rectification.figures.stages import stage_of
from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Table
from rectification.reports.topics.case_reading import CaseRead
from rectification.states import UNDER_WORK, CaseStatus

CASES = "cases"
# Figures of effects in which every village has its part, with the headers of their columns.
PARTS = {
    "branch-complete": "党组织班子健全", "committee-complete": "村委会班子健全",
    "both-complete": "两个班子都健全", "activists": "入党积极分子", "recruits": "当年发展党员",
    "recruiting-villages": "当年发展过党员", "reserve": "后备干部", "petitions": "当年信访",
}  # fmt: skip
_FRAME = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "code": "村代码", "village": "村",
    "number": "编号", "is_last": "本村最近一轮", "status": "状态", "stage": "阶段",
    "fate": "验收情况", "applied": "申请过验收", "deadline": "时限", "overdue": "超过时限",
    "closed_on": "销号日期", "closed": "本期销号", "tasks": "任务", "tasks_done": "完成任务",
    "tasks_late": "逾期任务",
}  # fmt: skip


def case_table(asked: Asked, read: CaseRead) -> Table:
    """A listed case a row. What is known of a village stands with its last round."""
    parts = {key: village_cells(read.effects[key]) for key in PARTS if key in read.effects}
    keys = (*_FRAME, *(key.replace("-", "_") for key in PARTS))
    rows = []
    for one in read.batch.fate.rows:
        is_last = read.batch.places[one.village_code].case == one.uid
        told = [parts.get(key, {}).get(one.village_code) if is_last else None for key in PARTS]
        place = (township_of(asked, one.village_code), one.township, one.village_code, one.village,
                 one.number)  # fmt: skip
        days = _days(asked, one.status, read.rows[one.uid])
        rows.append((*place, int(is_last), *_stand(one), *days, *told))
    headers = (*_FRAME.values(), *PARTS.values())
    return Table(CASES, f"{read.year}年批次整顿", keys, headers, tuple(rows))


def _stand(one: Fared) -> tuple[Cell, ...]:
    status = CaseStatus(one.status)
    applied = int(one.fate != Fate.NOT_APPLIED)
    return str(status.label), str(stage_of(status).label), str(LABELS[one.fate]), applied


def township_of(asked: Asked, village: str) -> str:
    """The township of a village on the day's map; by its code where it is not on it."""
    place = asked.place_of.get(village)
    return place.township_code if place else village[:9]


def _days(asked: Asked, status: str, row: Mapping[str, Any]) -> tuple[Cell, ...]:
    deadline, closed = row["deadline"], row["closed_on"]
    late = CaseStatus(status) in UNDER_WORK and deadline and deadline < asked.as_of
    now = closed and asked.period.start <= closed <= asked.as_of
    days = (deadline and deadline.isoformat(), int(bool(late)), closed and closed.isoformat(),
            int(bool(now)))  # fmt: skip
    return (*days, row["tasks"], row["tasks_done"], row["tasks_late"])


def village_cells(effect: Effect) -> dict[str, Cell]:
    """What each village adds to a figure: zero where it says so, nothing where nobody knows."""
    behind = effect.read()
    unknown = set(effect.figure.missing)
    cells: dict[str, Cell] = {
        one.place.code: 0 for one in behind.left_out if one.place.code not in unknown
    }
    return cells | {one.place.code: int(one.value) for one in behind.rows}
