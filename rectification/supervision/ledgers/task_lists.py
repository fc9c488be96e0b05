"""Task lists by rhythm, their tasks, and the meetings that gave them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import django_filters
from django.db.models import Case, CharField, F, Value, When
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.checks import not_ahead
from rectification.supervision.actions.task_lists import next_seq
from rectification.supervision.choices import Rhythm
from rectification.supervision.ledgers import task_verbs as verbs
from rectification.supervision.models import GroupMeeting, ListTask, TaskList
from rectification.supervision.perms import (
    may_keep_task_lists,
    may_see_meetings,
    may_see_orders,
)
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Chart, Item, Ledger, Part
from villages.models import County, Township
from villages.rest.fields import Field

OPEN, LATE, DONE = "open", "late", "done"
TASK_STATES = ((DONE, _("已完成")), (OPEN, _("未到期")), (LATE, _("逾期未完成")))


def _stated(rows: Any, on: date) -> Any:
    """Tasks with where each stands on a day, and the period of their list."""
    state = Case(
        When(done_on__isnull=False, then=Value(DONE)), When(due_on__lt=on, then=Value(LATE)),
        default=Value(OPEN), output_field=CharField(),
    )  # fmt: skip
    return rows.annotate(
        state=state, rhythm=F("list__rhythm"), list_from=F("list__from_on"),
        published=F("list__published_on"),
    )  # fmt: skip


def _numbered(values: Sequence[dict[str, Any]], _by: Any) -> None:
    """Tasks without a number come after those of their list."""
    following: dict[int, int] = {}
    for one in values:
        if (whole := one.get("list")) and one.get("seq") is None:
            one["seq"] = following.setdefault(whole.pk, next_seq(whole))
            following[whole.pk] += 1


def _named(row: ListTask, _by: Any) -> None:
    """The unit as printed: a township, a department, else the county's own department."""
    row.unit_name = _unit_name(row)
    if row.list_id:
        row.county_code = row.list.county_code


def _unit_name(row: ListTask) -> str:
    if row.unit_code:
        found = Township.objects.filter(code=row.unit_code).values_list("name", flat=True).first()
        return str(found or row.unit_code)
    if row.department:
        return str(row.department.name)
    county = County.objects.filter(code=row.county_code).first()
    return (county.department_name or _now("%s委组织部") % county.name) if county else ""


def _one_unit(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    code, department = values.get("unit_code"), values.get("department")
    if code and department:
        said = _now("一项任务只有一个责任单位:乡镇或者部门。")
        yield Fault("unit_code", "two_units", said, _now("请清空其中一个,或者分成两项。"))
    known = Township.objects.in_county(row.county_code).filter(code=code) if code else None
    if known is not None and not known.exists():
        said = _now("本县没有这个乡镇代码。")
        yield Fault("unit_code", "no_township", said, _now("请填写九位乡镇代码。"))


def _while_unticked(row: ListTask) -> bool:
    return row.done_on is None


MEETINGS = Ledger(
    key="group-meetings",
    hub="orders",
    model=GroupMeeting,
    title=_("领导小组会议"),
    one=_("领导小组会议"),
    title_en="meetings of leading groups",
    one_en="meeting of a leading group",
    page="supervision:meeting",
    items=(
        Item("group", width=24),
        Item("held_on", chosen=True),
        Item("chaired_by"),
        Item("attended", wide=True, shown=False),
        Item("minutes", wide=True, width=40),
    ),
    natural_key=("group", "held_on"),
    order=("-held_on", "id"),
    may_read=may_see_meetings,
    may_write=may_keep_task_lists,
    check=not_ahead("held_on"),
    verbs=(verbs.DRAFT,),
    parts=(Part("task-lists", "meeting"),),
    search=("group", "minutes"),
    empty=_("还没有会议。领导小组和专项小组开会议定的事项登记在这里。"),
)
LISTS = Ledger(
    key="task-lists",
    hub="orders",
    model=TaskList,
    title=_("任务清单"),
    one=_("任务清单"),
    title_en="task lists",
    one_en="task list",
    items=(
        Item("rhythm", chosen=True, width=8),
        Item("title", wide=True, width=30),
        Item("from_on", chosen=True),
        Item("to_on"),
        Item("meeting", by="group", shown=False, width=20),
        Item("published_on", asked=False),
    ),
    natural_key=("rhythm", "title", "from_on"),
    order=("-from_on", "id"),
    may_read=may_see_orders,
    may_write=may_keep_task_lists,
    verbs=(verbs.PUBLISH, verbs.GIVE, verbs.COPY),
    parts=(Part("list-tasks", "list"),),
    search=("title",),
    empty=_("还没有任务清单。按周、月、季、半年或年登记,下发后各责任单位逐项记录完成。"),
)
TASKS = Ledger(
    key="list-tasks",
    hub="orders",
    model=ListTask,
    title=_("清单任务"),
    one=_("任务"),
    title_en="tasks of lists",
    one_en="task of a list",
    items=(
        Item("list", by="title", fixed=True, width=24),
        Item("seq", find=_numbered, width=6),
        Item("text", wide=True, width=40, open=_while_unticked),
        Item("field", chosen=True, width=10),
        Item("unit_name", asked=False, width=16),
        Item("unit_code", kind=Kind.CODE, shown=False, open=_while_unticked),
        Item("department", by="name", shown=False, open=_while_unticked),
        Item("person", shown=False),
        Item("due_on", chosen=True, open=_while_unticked),
        Item("done_on", chosen=True, asked=False),
        Item("done_by", asked=False, shown=False),
        Item("done_text", asked=False, wide=True, width=30),
    ),
    natural_key=("list", "seq"),
    order=("due_on", "list", "seq"),
    may_read=may_see_orders,
    may_write=may_keep_task_lists,
    imported=False,
    annotate=_stated,
    columns=(
        Column("state", _("状态"), choices=TASK_STATES, width=10,
               help=_("逾期未完成:过了完成时限还没有记录完成。")),
    ),
    criteria={
        "state": django_filters.ChoiceFilter(label=_("状态"), choices=TASK_STATES),
        "rhythm": django_filters.ChoiceFilter(label=_("周期"), choices=Rhythm.choices),
        "list_from": django_filters.DateFilter(label=_("本期开始日期")),
        "unit_name": django_filters.CharFilter(label=_("责任单位")),
        "unsorted": django_filters.BooleanFilter(
            label=_("没有分类"), method=lambda rows, _name, wanted: (
                rows.filter(field="") if wanted else rows.exclude(field="")
            ),
        ),
        "published": django_filters.BooleanFilter(
            label=_("已下发"), method=lambda rows, _name, wanted: (
                rows.filter(published__isnull=not wanted)
            ),
        ),
    },
    answers=(
        Field("state", "状态", "done, open or late", filters=("exact",)),
        Field("rhythm", "周期", "Rhythm of the list", filters=("exact",)),
        Field("list_from", "本期开始日期", "First day of the list's period", Kind.DATE,
              filters=("exact",)),
    ),
    check=_one_unit,
    settle=_named,
    verbs=(verbs.TICK, verbs.UNTICK),
    charts=(Chart("fields", _("按五治分类"), by="field", unit=_("项")),),
    search=("text", "unit_name", "person"),
    empty=_("还没有任务。先登记任务清单,再逐项或者一次给多个单位派任务。"),
)  # fmt: skip
LEDGERS = (MEETINGS, LISTS, TASKS)
