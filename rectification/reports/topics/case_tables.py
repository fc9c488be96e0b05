"""Tables about a batch: townships in figures, cases in trouble with names."""

from collections.abc import Iterator

from rectification.reports.content import Cell, Table
from rectification.reports.tables import UNIT, Shown, numbered, township_table
from rectification.reports.told import Known
from rectification.reports.topics.case_items import EFFECT, FATE
from rectification.reports.topics.case_rows import CASES
from rectification.reports.topics.case_trouble import (
    DUTY_NAMES,
    FAILED,
    Row,
    open_rows,
    people_of,
    rows_of,
)


def case_tables(known: Known) -> Iterator[Table]:
    """Townships of the batch in figures; cases in trouble with names."""
    rows = list(rows_of(known.tables[CASES]))
    units = sorted({str(one["township_code"]) for one in rows} & set(known.asked.townships))
    if units:
        yield township_table(known, "cases", "后进村整顿情况", _COLUMNS, units=units)
    in_trouble = [one for one in open_rows(known) if one["overdue"] or one["fate"] == FAILED]
    if in_trouble:
        yield numbered(
            "cases_late", "超期和验收不合格的整顿村及责任人",
            (UNIT, "村", "情形", "时限", *DUTY_NAMES),
            [_told(known, one) for one in in_trouble], widths=(7, 7, 9, 7, 7, 7, 7, 7),
        )  # fmt: skip


def _told(known: Known, case: Row) -> tuple[Cell, ...]:
    trouble = ("超过时限" if case["overdue"] else "", FAILED if case["fate"] == FAILED else "")
    what = "、".join(one for one in trouble if one)
    people = (name or "—" for name in people_of(known, case).values())
    return (case["township"], case["village"], what, case["deadline"] or "—", *people)


_COLUMNS = (
    Shown("认定", f"{EFFECT}listed"), Shown("申请验收", f"{FATE}applied"),
    Shown("合格", f"{FATE}passed"), Shown("不合格", f"{FATE}failed"),
    Shown("没有申请", f"{FATE}not-applied"), Shown("本期销号", "cases.closed"),
    Shown("超期", "cases.overdue"), Shown("任务完成率%", "cases.tasks_done"),
    Shown("逾期任务", "cases.tasks_late"), Shown("班子健全", f"{EFFECT}both-complete"),
)  # fmt: skip
