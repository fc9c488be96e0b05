"""The year's register of inspections."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions import trips
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_plans
from rectification.supervision.ledgers.naming import townships_named
from rectification.supervision.models import InspectionPlan
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Item, Ledger, Part, Verb

_BETWEEN = re.compile(r"[、,,;;\s月]+")


def _in_year(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    """The dates of a plan lie in its year."""
    year = values.get("year")
    for name in ("from_on", "to_on"):
        day = values.get(name)
        if year and day and day.year != year:
            yield Fault(name, "plan_year", say("日期应在计划年度内。"), say("请核对年度和日期。"))


def _lay_out(row: InspectionPlan, *, by: Any, months: str, townships: str = "") -> InspectionPlan:
    """Months are named by number, townships by code, several with 、 between them."""
    numbers = [row.year * 100 + one for one in _months(months)]
    places = townships_named(row.county_code, townships or "")
    trips.lay_out(row, by=by, months=numbers, townships=places)
    return row


def _months(text: str) -> list[int]:
    parts = [one for one in _BETWEEN.split(text.strip()) if one]
    wrong = [one for one in parts if not (one.isascii() and one.isdigit() and 1 <= int(one) <= 12)]
    if wrong or not parts:
        words = say("月份应写成 3、6、9 的形式。")
        raise DomainError("months_unreadable", words, months=words)
    return [int(one) for one in parts]


LAY_OUT = Verb(
    "lay-out", _("排行程"), "lay out the trips of", act=_lay_out, may=may_keep_inspections,
    explains=_("给每个乡镇在每个月各排一次行程,已经排的不变;以后可以逐条增减。"),
    asks=(
        Ask("months", _("月份"), "months", most=60, about_zh=_("多个用顿号分开,例如 3、6、9。"),
            about_en="Numbers of months, separated by commas."),
        Ask("townships", _("乡镇代码"), "codes of townships", required=False, most=400,
            about_zh=_("九位代码,多个用顿号分开;留空为所有乡镇。"),
            about_en="Nine digits each, separated by commas; all townships when empty."),
    ),
)  # fmt: skip
PLANS = Ledger(
    key="inspection-plans",
    hub="orders",
    model=InspectionPlan,
    title=_("检查计划"),
    one=_("检查计划"),
    title_en="inspection plans",
    one_en="inspection plan",
    items=(
        Item("year", chosen=True, fixed=True, width=6),
        Item("title", wide=True, width=30),
        Item("office", chosen=True, width=20),
        Item("kind", chosen=True),
        Item("from_on"),
        Item("to_on"),
        Item("team_size", width=6),
        Item("basis", wide=True, shown=False, width=30),
    ),
    natural_key=("year", "title", "office"),
    order=("-year", "from_on"),
    may_read=may_see_plans,
    may_write=may_keep_inspections,
    check=_in_year,
    verbs=(LAY_OUT,),
    parts=(Part("inspection-trips", "plan"),),
    search=("title", "office"),
    see_also=((_("年度计划和合并建议"), "supervision:plans_now"),),
    empty=_("还没有检查计划。各部门年初备案,系统提示哪个乡镇一个月要去两次、哪些可以一起去。"),
)
LEDGERS = (PLANS,)
