"""Orders in known situations: every one of them was made by the actions, on days of October 2026.

2026-10-12 is a Monday; 2026-11-03, the business date of tests, a Tuesday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.drafting import add_item, add_units, draft_order
from rectification.supervision.actions.issuing import check, drop, issue, revoke
from rectification.supervision.actions.lists import install_defaults
from rectification.supervision.actions.settling import close, return_, verify
from rectification.supervision.choices import OrderKind
from rectification.supervision.models import (
    Department,
    DepartmentSeat,
    OrderUnit,
    SupervisionOrder,
)
from rectification.supervision.states import OrderStatus, UnitStatus
from tests.factories import UserFactory
from tests.rectification.situations import words
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.models import County, Township, Village

START = date(2026, 1, 1)
COUNTY, EAST, WILLOW = "999901", "999901001", "999901101"
LI, HE, FAR = "999901001200", "999901001201", "999901101200"
DRAFTED, CHECKED, ISSUED = date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 14)
SIGNED, REPLIED = date(2026, 10, 15), date(2026, 10, 20)
VERIFIED, CLOSED = date(2026, 10, 21), date(2026, 10, 22)
TODAY = date(2026, 11, 3)
# 平件: fifteen working days after the fourteenth of October.
DUE = date(2026, 11, 4)
REASON = "措施空泛"


@dataclass(frozen=True)
class Cast:
    """Who plays: the county's author and checker, two townships, one department with a seat."""

    author: User
    checker: User
    leader: User
    clerk: User
    secretary: User
    stranger: User
    seat: User
    api: User
    department: Department
    empty: Department


def cast_of(people: dict[str, User]) -> Cast:
    """The people of 青原县, its lists and words; the reviewer answers for 县水利局."""
    install_defaults(county=County.objects.get(code=COUNTY), by=people[Role.COUNTY_STAFF], on=START)
    words(COUNTY)
    water = Department.objects.get(county_code=COUNTY, name="县水利局")
    seat = people[Role.REVIEWER]
    DepartmentSeat.objects.create(county_code=COUNTY, department=water, user=seat, valid_from=START)
    return Cast(
        author=people[Role.COUNTY_STAFF], checker=people[Role.COUNTY_MINISTER],
        leader=people[Role.COUNTY_LEADER], clerk=people[Role.TOWNSHIP_CLERK],
        secretary=people[Role.TOWNSHIP_SECRETARY],
        stranger=UserFactory(username="far", role=Role.TOWNSHIP_SECRETARY, home_code=WILLOW),
        seat=seat, api=people[Role.API_CLIENT], department=water,
        empty=Department.objects.get(county_code=COUNTY, name="县民政局"),
    )  # fmt: skip


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of a day, local time."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def village(code: str) -> Village:
    """A village by its code."""
    return Village.objects.get(code=code)


def draft(
    cast: Cast, *, townships: Iterable[str] = (EAST,), departments: Iterable[Department] = (),
    by: User | None = None, **given: Any,
) -> SupervisionOrder:  # fmt: skip
    """A draft of the county to 东关街道; each township is asked about one village of its own."""
    author, on = by or cast.author, given.pop("on", DRAFTED)
    values = {
        "kind": OrderKind.SUPERVISE, "subject": "机井维修", "requirement": "修好并恢复供水。",
        **given,
    }  # fmt: skip
    order = draft_order(by=author, on=on, **values)
    places = list(Township.objects.filter(code__in=townships))
    for part in add_units(order, by=author, townships=places, departments=departments):
        where = village(f"{part.unit_code}200") if part.unit_code else None
        add_item(part, by=author, text="东头机井不出水", village=where, data="3 眼")
    return order


def issued(cast: Cast, **given: Any) -> SupervisionOrder:
    """The same, checked and issued by another person; `by` and `checker` change who."""
    checker, on = given.pop("checker", cast.checker), given.pop("issued_on", ISSUED)
    order = draft(cast, on=given.pop("on", min(on, DRAFTED)), **given)
    check(order, by=checker, on=on)
    return issue(order, by=checker, on=on, at=at(on))


def only(order: SupervisionOrder, name: str = "") -> OrderUnit:
    """The part of a unit as it is now, by its name; without one the only part."""
    rows = OrderUnit.objects.filter(order=order)
    found: OrderUnit = rows.get(unit_name=name) if name else rows.get()
    return found


def order_in(status: OrderStatus, cast: Cast, **given: Any) -> SupervisionOrder:
    """An order in any state."""
    order = draft(cast, **given)
    if status == OrderStatus.DROPPED:
        return drop(order, by=cast.author, on=CHECKED, text="不发了")
    if status != OrderStatus.DRAFT:
        order = check(order, by=cast.checker, on=CHECKED)
    if status in (OrderStatus.ISSUED, OrderStatus.CLOSED, OrderStatus.REVOKED):
        order = issue(order, by=cast.checker, on=ISSUED, at=at(ISSUED))
    if status == OrderStatus.CLOSED:
        for part in order.units.all():
            _brought_to(part, UnitStatus.CLOSED, cast)
    if status == OrderStatus.REVOKED:
        revoke(order, by=cast.checker, on=VERIFIED, text="发错了")
    return SupervisionOrder.objects.get(pk=order.pk)


def part_in(status: UnitStatus, cast: Cast, **given: Any) -> OrderUnit:
    """The part of 东关街道 in any state; that of 柳林镇 beside it has only been issued."""
    if status == UnitStatus.PREPARED:
        return only(draft(cast, **given), "东关街道")
    order = issued(cast, **{"townships": (EAST, WILLOW), **given})
    part = only(order, "东关街道")
    if status == UnitStatus.REVOKED:
        revoke(order, by=cast.checker, on=VERIFIED, text="发错了")
    else:
        _brought_to(part, status, cast)
    return only(order, "东关街道")


_WAY = {
    UnitStatus.RECEIVED: lambda part, cast: receive(part, by=_answerer(part, cast), on=SIGNED),
    UnitStatus.REPLIED: lambda part, cast: reply(
        part, by=_answerer(part, cast), on=REPLIED, text="已修好", is_done=True
    ),
    UnitStatus.VERIFIED: lambda part, cast: verify(part, by=cast.author, on=VERIFIED),
    UnitStatus.CLOSED: lambda part, cast: close(
        part, by=cast.author, on=CLOSED, satisfaction="satisfied"
    ),
}


def _brought_to(part: OrderUnit, status: UnitStatus, cast: Cast) -> None:
    """Along the straight way; a returned part turns off after its reply."""
    last = UnitStatus.REPLIED if status == UnitStatus.RETURNED else status
    for state, step in _WAY.items():
        if part.status == last:
            break
        part = step(part, cast)
        assert part.status == state
    if status == UnitStatus.RETURNED:
        return_(part, by=cast.author, on=VERIFIED, reason=REASON, text="没有写明怎么修的")


def _answerer(part: OrderUnit, cast: Cast) -> User:
    return {EAST: cast.clerk, WILLOW: cast.stranger}.get(part.unit_code, cast.seat)
