"""A meeting of the demo county's leading group, the lists that came of it, and its order."""

from datetime import date
from typing import Any

from config.demo.ledgers.supervision_desk import SEATED, Desk, over, put, received, sent
from rectification.supervision.actions import task_lists, ticking
from rectification.supervision.actions.meetings import draft_from_meeting
from rectification.supervision.choices import Governance, OrderKind, Rhythm
from rectification.supervision.models import GroupMeeting, ListTask, TaskList

G = Governance
HELD, MONTH_OUT, WEEK_OUT = date(2026, 9, 29), date(2026, 9, 30), date(2026, 11, 2)
MINUTES = (
    "一、10 月完成软弱涣散村验收准备,各乡镇逐村过一遍。\n"
    "二、村级财务公开由乡镇纪委每季度抽查。\n"
    "三、水利、交通部门对整顿村的小型项目优先安排。\n"
    "四、冬季党员培训 11 月开班,县财政保障经费。"
)
# Task, field, day, whose: all townships, or a department by name; how many have ticked it.
MONTHLY: tuple[tuple[str, Governance, date, str, int], ...] = (
    ("逐村核对整顿任务和验收材料", G.POLITICAL, date(2026, 10, 20), "", 11),
    ("召开村民代表会议通报集体收支", G.SELF, date(2026, 10, 28), "", 9),
    ("排查化解村级矛盾纠纷", G.LAW, date(2026, 10, 30), "", 8),
    ("下达整顿村小型水利项目计划", G.DIGITAL, date(2026, 10, 26), "县水利局", 1),
    ("下达整顿村通组道路计划", G.SELF, date(2026, 10, 30), "县交通运输局", 0),
    ("更新困难老人关爱台账", G.VIRTUE, date(2026, 10, 23), "县民政局", 1),
)  # fmt: skip
WEEKLY: tuple[tuple[str, Governance, date, str, int], ...] = (
    ("报送冬季党员培训分班名单", G.POLITICAL, date(2026, 11, 5), "", 3),
    ("检查便民服务值班", G.SELF, date(2026, 11, 6), "", 1),
    ("核拨党员培训经费", G.POLITICAL, date(2026, 11, 6), "县财政局", 0),
)


def build(desk: Desk) -> None:
    """Meeting, order, the list of October, the list of this week."""
    meeting: GroupMeeting = put(desk, "group-meetings", {
        "group": "县委党的建设工作领导小组会议", "held_on": HELD, "chaired_by": "韩立新",
        "attended": "领导小组成员、各乡镇党委书记、县直有关部门主要负责人", "minutes": MINUTES,
    })  # fmt: skip
    _order(desk, meeting)
    spans = (
        (Rhythm.MONTH, "10 月基层党建任务清单", date(2026, 10, 1), date(2026, 10, 31), meeting),
        (Rhythm.WEEK, "11 月第一周工作清单", date(2026, 11, 2), date(2026, 11, 8), None),
    )
    told = ((MONTHLY, MONTH_OUT), (WEEKLY, WEEK_OUT))
    for (rhythm, title, first, last, held), (tasks, out) in zip(spans, told, strict=True):
        row: TaskList = put(desk, "task-lists", {
            "rhythm": rhythm, "title": title, "from_on": first, "to_on": last, "meeting": held,
        })  # fmt: skip
        for text, about, due_on, whose, _done in tasks:
            _give(desk, row, text, about, due_on, whose)
        task_lists.publish(row, by=desk.staff, on=out)
        for text, _about, due_on, _whose, done in tasks:
            _tick(desk, row, text, min(due_on, date(2026, 11, 3)), done)


def _order(desk: Desk, meeting: GroupMeeting) -> None:
    names = ("县水利局", "县交通运输局")
    order = draft_from_meeting(
        meeting, by=desk.staff, on=date(2026, 9, 30), kind=OrderKind.SUPERVISE,
        subject="整顿村小型项目优先安排",
        requirement="把整顿村的小型水利、道路项目列入四季度计划。",
        departments=[desk.departments[one] for one in names], due_on=date(2026, 10, 30),
    )  # fmt: skip
    first, second = sent(desk, order, date(2026, 9, 30))
    over(desk, first, "已列入 6 个村的塘坝维修,10 月下旬开工。")
    received(desk, second)


def _give(
    desk: Desk, row: TaskList, text: str, about: Governance, due_on: date, whose: str
) -> None:
    departments = [desk.departments[whose]] if whose else []
    townships = [] if whose else desk.townships.values()
    task_lists.give(
        row, by=desk.staff, text=text, due_on=due_on, field=about, townships=townships,
        departments=departments,
    )  # fmt: skip


def _tick(desk: Desk, row: TaskList, text: str, on: date, done: int) -> None:
    """The first so many units say that it is done."""
    tasks = ListTask.objects.filter(list=row, text=text).select_related("list", "department")
    for task in tasks.order_by("seq")[:done]:
        ticking.tick(task, by=_owner(desk, task), on=on, text="已按要求完成")


def _owner(desk: Desk, task: ListTask) -> Any:
    if task.unit_code:
        return desk.clerks[task.unit_code]
    return desk.seat if task.unit_name == SEATED else desk.staff
