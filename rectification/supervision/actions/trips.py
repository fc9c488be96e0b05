"""Trips of a plan are laid out over months and townships, joined with others, and parted again."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.choices import InspectionKind
from rectification.supervision.figures.plan_overlap import register
from rectification.supervision.models import InspectionPlan, PlanTrip
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.ledgers.keeping import changed, locked
from villages.models import Township
from villages.trace.record import record


@transaction.atomic
def lay_out(
    plan: InspectionPlan, *, by: Any, months: Iterable[int], townships: Iterable[Township] = ()
) -> int:
    """A trip to each township in each month (202610); all townships where none is named.

    Trips that are there already stay. Gives how many were added. Raises `trip_outside`.
    """
    row: InspectionPlan = locked(plan)
    places = list(townships) or list(
        Township.objects.in_county(row.county_code).on(row.from_on).order_by("code")
    )
    wanted = sorted(set(months))
    for month in wanted:
        require_inside(row, month)
    there = set(row.trips.values_list("unit_code", "month"))
    made = PlanTrip.objects.bulk_create(
        PlanTrip(
            county_code=row.county_code, plan=row, unit_code=one.code, unit_name=one.name,
            month=month,
        )
        for month in wanted
        for one in places
        if (one.code, month) not in there
    )  # fmt: skip
    record("plan.laid-out", row, by=by, after={"months": wanted}, count=len(made))
    return len(made)


@transaction.atomic
def join_trips(host: PlanTrip, *, guests: Iterable[PlanTrip], by: Any) -> PlanTrip:
    """The guests go along with the host: to the same township, in its month and on its day.

    Raises `trip_joined`, `trip_hidden`, `trip_elsewhere`, `trip_outside`, `trip_same_plan`.
    """
    stays: PlanTrip = locked(host)
    coming = [locked(one) for one in guests]
    along = {one.plan_id for one in stays.joined.all()} | {stays.plan_id}
    for one in coming:
        _refuse_guest(stays, one)
        if one.plan_id in along:
            words = _("“%s”这个月已到这个乡镇。") % one.plan
            raise DomainError("trip_same_plan", words, _("请选择别的检查。"))
        along.add(one.plan_id)
        changed(one, joined_to=stays, month=stays.month, planned_on=stays.planned_on)
    names = [str(one.plan) for one in coming]
    record("trip.joined", stays, by=by, after={"plans": names}, count=len(coming), county_only=True)
    return stays


@transaction.atomic
def part_trip(trip: PlanTrip, *, by: Any) -> PlanTrip:
    """It travels by itself again, in the month in which it is now."""
    row: PlanTrip = locked(trip)
    if row.joined_to is None:
        raise DomainError("trip_alone", _("这个行程没有合并。"), _("请刷新页面后再看。"))
    record("trip.parted", row, by=by, before={"with": str(row.joined_to.plan)}, county_only=True)
    changed(row, joined_to=None)
    return row


def require_inside(plan: InspectionPlan, month: int) -> None:
    """A trip lies inside the dates of its plan. Raises `trip_outside`."""
    if Month.of(plan.from_on).number <= month <= Month.of(plan.to_on).number:
        return
    words = _("%(month)s不在“%(plan)s”的起止日期内。") % {
        "month": Month.from_number(month).label, "plan": plan,
    }  # fmt: skip
    raise DomainError("trip_outside", words, _("请改月份,或者改检查计划的日期。"), month=words)


def _refuse_guest(host: PlanTrip, guest: PlanTrip) -> None:
    if host.joined_to_id or guest.joined_to_id or guest.joined.exists():
        words = _("“%s”已经与别的行程合并。") % (host if host.joined_to_id else guest)
        raise DomainError("trip_joined", words, _("请先取消合并。"))
    if InspectionKind.HIDDEN in (host.plan.kind, guest.plan.kind):
        words = _("暗访不与别的检查一起去。")
        raise DomainError("trip_hidden", words, _("请选择别的检查。"))
    if host.unit_code != guest.unit_code or host.county_code != guest.county_code:
        words = _("“%(guest)s”去的不是%(place)s。") % {"guest": guest, "place": host.unit_name}
        raise DomainError("trip_elsewhere", words, _("只有去同一个乡镇的可以合并。"))
    require_inside(guest.plan, host.month)


@transaction.atomic
def take_over(
    county: str, year: int, *, by: Any, on: date, hosts: Collection[str] | None = None
) -> int:
    """Joins what the register proposes today: all of it, or the parties of these hosts (uid).

    Gives how many journeys fewer there are.
    """
    found = register(county, year, on).parties
    wanted = [one for one in found if hosts is None or one.host.uid in hosts]
    for one in wanted:
        join_trips(one.host, guests=one.guests, by=by)
    return sum(len(one.guests) for one in wanted)
