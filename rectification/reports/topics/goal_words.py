"""What a report says about targets."""

from collections.abc import Iterator

from rectification.reports.content import Chart, Line, Paragraph, Series, Table
from rectification.reports.tables import Shown, township_table
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.goal_list import CALENDAR, TIME, stated

_YEAR = 12


def goal_words(known: Known) -> Iterator[Paragraph]:
    """What was set, what is done, and how much of the year has passed."""
    yield from paragraph("年度目标进展", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    goals = stated(known)
    if any(goal.yearly for goal in goals):
        yield Line("goals.time", f"全年时间进度{{{TIME}}}%。")
    for goal in goals:
        done, target = f"{{{goal.done}{goal.form}}}", f"{{{goal.target}{goal.form}}}"
        word = "目标" if goal.yearly else "应完成"
        said = f"{goal.label}：{word}{target}{goal.unit}，完成{done}{goal.unit}"
        yield Line(f"goals.{goal.key}", f"{said}，完成率{{{goal.code('share')}}}%。")


def goal_tasks(known: Known) -> Iterator[Line]:
    """What is left until the end of the year, or is late already. A year that is over asks
    nothing more of itself."""
    is_over = known.tables[CALENDAR].column("passed").count(1) == _YEAR
    for goal in stated(known):
        if goal.yearly and is_over:
            continue
        left = known.items[goal.code("rest")].number
        if left is not None and left > 0:
            number = f"{{{goal.code('rest')}{goal.form}}}{goal.unit}"
            yield Line(f"goals.rest.{goal.key}", f"{goal.rest.replace('{}', number)}。")


def goal_charts(known: Known) -> Iterator[Chart]:
    """The share of each target beside the time that has passed."""
    goals = stated(known)
    if goals:
        shares = tuple(goal.code("share") for goal in goals)
        rows = (
            Series("完成率", shares),
            Series("时间进度", tuple(TIME if goal.yearly else None for goal in goals)),
        )
        names = tuple(goal.label for goal in goals)
        yield Chart("goals", "年度目标进度", "bars", names, rows, "%")


def goal_tables(known: Known) -> Iterator[Table]:
    """Townships side by side by the share of each target."""
    columns = [Shown(f"{goal.label}%", goal.code("share"), "", 8) for goal in stated(known)]
    if columns:
        yield township_table(known, "goals", "各乡镇（街道）年度目标完成率", columns)
