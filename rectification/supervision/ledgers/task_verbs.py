"""What is done to task lists, their tasks, and meetings."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.ledgers.checks import happened
from rectification.ledgers.work_asks import day
from rectification.supervision.actions import task_lists, ticking
from rectification.supervision.actions.meetings import draft_from_meeting
from rectification.supervision.choices import Governance, OrderKind
from rectification.supervision.ledgers.naming import departments_named, townships_named
from rectification.supervision.models import GroupMeeting, ListTask, TaskList
from rectification.supervision.perms import may_draft_orders, may_keep_task_lists, may_tick_tasks
from rectification.supervision.task_sides import owns
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Verb
from villages.models import Township

TOWNSHIPS = Ask(
    "townships", _("乡镇代码"), "codes of townships", required=False, most=400,
    about_zh=_("九位代码,多个用顿号分开;填“全部”即所有乡镇。"),
    about_en="Nine digits each, commas between them; `all` for every township.",
)  # fmt: skip
DEPARTMENTS = Ask(
    "departments",
    _("部门名称"),
    "names of departments",
    required=False,
    most=400,
    about_zh=_("与县直部门清单一致,多个用顿号分开。"),
    about_en="As in the ledger departments, commas between them.",
)
ALL = ("全部", "all")


def units_of(county: str, townships: str, departments: str) -> dict[str, Any]:
    """Units as a form or a program names them. Raises `unit_unknown`."""
    every = Township.objects.in_county(county).on(clock.today()).order_by("code")
    return {
        "townships": list(every) if townships in ALL else townships_named(county, townships),
        "departments": departments_named(county, departments),
    }


def _give(
    row: TaskList, *, by: Any, townships: str = "", departments: str = "", field: str = "",
    person: str = "", **asked: Any,
) -> TaskList:  # fmt: skip
    units = units_of(row.county_code, townships or "", departments or "")
    task_lists.give(row, by=by, field=field or "", person=person or "", **units, **asked)
    return row


def _copy(row: TaskList, *, by: Any, title: str = "") -> TaskList:
    return task_lists.copy_on(row, by=by, title=title or "")


def _draft(
    row: GroupMeeting, *, by: Any, on: Any, townships: str = "", departments: str = "",
    due_on: Any = None, **asked: Any,
) -> GroupMeeting:  # fmt: skip
    units = units_of(row.county_code, townships or "", departments or "")
    draft_from_meeting(row, by=by, on=on, due_on=due_on or None, **units, **asked)
    return row


PUBLISH = Verb(
    "publish", _("下发"), "publish", act=happened(task_lists.publish), may=may_keep_task_lists,
    asks=(day(_("下发日期"), "published on"),),
    offered=lambda _user, row: row.published_on is None,
    explains=_("责任单位从这时起看到自己的任务;下发后仍可增改。"), many=True,
)  # fmt: skip
GIVE = Verb(
    "give", _("给多个单位派任务"), "give one task to many units", act=_give,
    may=may_keep_task_lists,
    explains=_("每个单位各有一行,各自记录完成。"),
    asks=(
        Ask("text", _("任务"), "task", most=300, wide=True),
        Ask("field", _("五治分类"), "field of governance", Kind.CHOICE, required=False,
            choices=Governance.choices),
        Ask("due_on", _("完成时限"), "due on", Kind.DATE),
        TOWNSHIPS,
        DEPARTMENTS,
        Ask("person", _("责任人"), "person in charge", required=False, most=40),
    ),
)  # fmt: skip
COPY = Verb(
    "copy-on", _("照抄到下一期"), "copy to the next period", act=_copy, may=may_keep_task_lists,
    explains=_("任务照抄,时限顺延一期,完成情况不抄;照抄后的清单还没有下发。"),
    asks=(
        Ask("title", _("新名称"), "new title", required=False, most=80,
            about_zh=_("留空沿用原名称。"), about_en="The same when empty."),
    ),
)  # fmt: skip
TICK = Verb(
    "tick", _("完成"), "tick as done", act=happened(ticking.tick), may=may_tick_tasks,
    offered=lambda user, row: row.done_on is None and bool(row.list.published_on)
    and owns(user, row),
    explains=_("一两句话写明结果即可,不要求任何材料。"), many=True,
    asks=(
        day(_("完成日期"), "done on"),
        Ask("text", _("完成情况"), "result in words", most=300, wide=True),
    ),
)  # fmt: skip


def _untick(row: ListTask, *, by: Any) -> ListTask:
    return ticking.untick(row, by=by, on=clock.today())


UNTICK = Verb(
    "untick", _("取消完成"), "untick", act=_untick, may=may_tick_tasks, danger=True,
    offered=lambda user, row: ticking.may_untick(row, user, clock.today()),
    explains=_("记错的,本人当天可以取消。"),
)  # fmt: skip
DRAFT = Verb(
    "draft-order", _("起草督办单"), "draft an order", act=_draft, may=may_draft_orders,
    explains=_("单子写明依据是这次会议,起草后还要审核、签发。"),
    asks=(
        day(_("起草日期"), "drafted on"),
        Ask("kind", _("文种"), "kind", Kind.CHOICE, choices=OrderKind.choices),
        Ask("subject", _("事项"), "subject", most=120, wide=True),
        Ask("requirement", _("要求"), "requirement", most=1000, wide=True),
        TOWNSHIPS,
        DEPARTMENTS,
        Ask("due_on", _("办理时限"), "due on", Kind.DATE, required=False,
            about_zh=_("留空按文种规则。"), about_en="By the rule of the kind when empty."),
    ),
)  # fmt: skip
