"""The trips of inspection plans: joined with others, and parted again."""

from collections.abc import Iterator, Mapping
from typing import Any

import django_filters
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions import trips
from rectification.supervision.inspection_perms import may_keep_inspections, may_see_plans
from rectification.supervision.models import PlanTrip
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.common.periods import Month
from villages.ledgers.declaring import Ask, Item, Ledger, Verb
from villages.models import Township


def _place(row: PlanTrip, _by: Any) -> None:
    """Name and county of the township; no name where there is none of this code."""
    if row.plan_id:
        row.county_code = row.plan.county_code
    found = Township.objects.in_county(row.county_code).filter(code=row.unit_code).first()
    row.unit_name = found.name if found else ""


def _check_trip(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    if values.get("unit_code") and not row.unit_name:
        yield Fault("unit_code", "unit_unknown", say("没有这个乡镇。"), say("请填写九位代码。"))
    plan, month = values.get("plan"), values.get("month")
    if plan is None or not month:
        return
    if not Month.of(plan.from_on).number <= month <= Month.of(plan.to_on).number:
        words = say("月份不在检查计划的起止日期内。")
        yield Fault("month", "trip_outside", words, say("请改月份,或者改检查计划的日期。"))


def _apart(row: PlanTrip) -> Iterator[Fault]:
    if row.joined.exists():
        yield Fault("", "trip_joined", say("有别的行程合并到这一条。"), say("请先取消合并。"))


def _hosts(row: PlanTrip) -> list[tuple[str, str]]:
    """Trips of other plans to the same township that travel by themselves."""
    rows = PlanTrip.objects.filter(
        county_code=row.county_code, unit_code=row.unit_code, joined_to=None,
        plan__year=row.plan.year,
    ).exclude(plan=row.plan_id)  # fmt: skip
    return [(one.uid, str(one)) for one in rows.select_related("plan").order_by("month", "id")]


def _join(row: PlanTrip, *, by: Any, host: str) -> PlanTrip:
    found = PlanTrip.objects.filter(county_code=row.county_code, uid=host).first()
    if found is None:
        words = say("没有这个行程。")
        raise DomainError("trip_unknown", words, host=words)
    trips.join_trips(found, guests=[row], by=by)
    return row


JOIN = Verb(
    "join", _("合并出行"), "join to another trip", act=_join, may=may_keep_inspections,
    offered=lambda _user, row: row.joined_to_id is None,
    explains=_("与另一项检查同月同行,月份和日期随对方;不能移出本检查计划的起止日期。"),
    asks=(
        Ask("host", _("与哪个行程一起去"), "trip to go along with", options=_hosts,
            about_zh=_("到同一个乡镇、没有合并到别处的行程。"),
            about_en="Key of a trip to the same township."),
    ),
)  # fmt: skip
PART = Verb(
    "part", _("取消合并"), "part from the other trip",
    act=lambda row, *, by: trips.part_trip(row, by=by), may=may_keep_inspections,
    offered=lambda _user, row: row.joined_to_id is not None,
)  # fmt: skip
TRIPS = Ledger(
    key="inspection-trips",
    hub="orders",
    model=PlanTrip,
    title=_("检查行程"),
    one=_("检查行程"),
    title_en="trips of inspection plans",
    one_en="trip of an inspection plan",
    items=(
        Item("plan", by="title", chosen=True, fixed=True, width=30),
        Item("unit_code", kind=Kind.CODE, fixed=True),
        Item("unit_name", asked=False),
        Item("month", chosen=True),
        Item("planned_on"),
        Item("joined_to", asked=False, width=30),
    ),
    natural_key=("plan", "unit_code", "month"),
    order=("month", "unit_code", "id"),
    may_read=may_see_plans,
    may_write=may_keep_inspections,
    imported=False,
    settle=_place,
    check=_check_trip,
    holds=_apart,
    quiet=lambda _row: True,
    verbs=(JOIN, PART),
    criteria={
        "year": django_filters.NumberFilter(field_name="plan__year", label=_("年度")),
        "unit_code": django_filters.CharFilter(label=_("乡镇代码")),
        "journey": django_filters.BooleanFilter(
            field_name="joined_to", lookup_expr="isnull", label=_("没有合并到别处")
        ),
    },
    search=("unit_name", "plan__title", "plan__office"),
    empty=_("还没有行程。在检查计划上点“排行程”,或者逐条登记。"),
)  # fmt: skip
LEDGERS = (TRIPS,)
