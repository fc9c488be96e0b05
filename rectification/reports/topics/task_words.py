"""Sentences about task lists."""

from collections.abc import Iterator

from rectification.reports.content import Line, Paragraph, Problem, Table, plain
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.spans import (
    moved_words,
    span_words,
    townships_told,
    townships_with,
)


def words(known: Known) -> Iterator[Paragraph]:
    """What was due and what came of it; nothing where nothing was due."""
    if known.some("tasks.due"):
        yield from paragraph("任务完成", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    yield Line(
        "tasks.rate",
        f"截至{known.asked.day_words}，{span_words(known.asked)}应办任务{{tasks.due}}项，"
        f"完成{{tasks.done}}项，完成率{{tasks.rate:share}}{moved_words(known, 'tasks.rate')}。",
    )
    if known.some("tasks.late"):
        yield Line("tasks.overdue", "到期未完成{tasks.late}项。")
    if known.some("tasks.open"):
        yield Line("tasks.open", "另有{tasks.open}项没有到时限。")


def problems(known: Known) -> Iterator[Problem]:
    """Which townships are late with what; departments are told by number."""
    late = townships_with(known, "tasks.late")
    if late:
        told = f"到期任务没有完成的有{townships_told(known, 'tasks.late', '项')}"
        said = f"{told}，如{_example(known.tables['tasks'], late[0])}。"
        names = tuple(known.asked.townships[code] for code in late)
        yield Problem("tasks.late", "任务落实方面", Line("tasks.late", said), tuple(late), names)
    if known.some("tasks.late_departments"):
        said = "县直单位到期未完成任务{tasks.late_departments}项。"
        line = Line("tasks.late_departments", said)
        yield Problem("tasks.late_departments", "任务落实方面", line)


def _example(table: Table, unit: str) -> str:
    """The late task of a township that was due first."""
    wanted = ("township_code", "state", "span")
    rows = [
        row
        for row in table.rows
        if tuple(table.cell(row, key) for key in wanted) == (unit, "late", "now")
    ]
    first = min(rows, key=lambda row: str(table.cell(row, "due_on")))
    name, task, due = (str(table.cell(first, key)) for key in ("unit", "task", "due_on"))
    _year, month, day = (int(part) for part in due.split("-"))
    return f"{plain(name)}“{plain(task.rstrip('。'))}”应于{{={month}}}月{{={day}}}日完成"
