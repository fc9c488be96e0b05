"""Who acts on the orders of the demo county, and how an order goes its way there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from config.demo.world import World
from rectification.supervision.actions import answering, issuing, settling
from rectification.supervision.actions.drafting import add_item, add_units, draft_order
from rectification.supervision.choices import Satisfaction
from rectification.supervision.models import Department, OrderUnit, SupervisionOrder
from rectification.supervision.states import UnitStatus
from villages import workdays
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.workdays import add_workdays
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import Township, Village

# Working days after an order went out on which a unit signs and answers, and the county looks.
SIGNED, ANSWERED, LOOKED_AT, OVER = 1, 6, 8, 9
SEATED = "县民政局"


@dataclass(frozen=True)
class Desk:
    """The people of both sides, the county's townships and departments by name."""

    world: World
    staff: User
    minister: User
    secretary: User
    seat: User
    clerks: Mapping[str, User]
    townships: Mapping[str, Township]
    departments: Mapping[str, Department]

    def answers(self, part: OrderUnit) -> User:
        """Who answers for a unit: the county itself for departments without a seat."""
        if part.unit_code:
            return self.clerks[part.unit_code]
        return self.seat if part.unit_name == SEATED else self.staff

    def village(self, township: str, place: int) -> Village:
        """One of the villages of a township, by its place on the map."""
        found = [one for one in self.world.villages if one.township.name == township]
        return found[place]

    def picked(self, name: str, count: int) -> dict[str, list[Village]]:
        """Villages with something out of order, by their townships."""
        found: dict[str, list[Village]] = {}
        for one in sorted(self.world.picked(name, count), key=lambda one: one.code):
            found.setdefault(one.township.name, []).append(one)
        return found


def desk_of(world: World) -> Desk:
    """Four queries."""
    people = {one.username: one for one in User.objects.filter(is_demo=True)}
    clerks = User.objects.filter(role=Role.TOWNSHIP_CLERK, home_code__startswith=world.county.code)
    townships = Township.objects.filter(county=world.county).order_by("code")
    departments = Department.objects.in_county(world.county.code)
    return Desk(
        world=world, staff=people["county"], minister=people["minister"],
        secretary=people["township"], seat=people["reviewer"],
        clerks={one.home_code: one for one in clerks},
        townships={one.name: one for one in townships},
        departments={one.name: one for one in departments},
    )  # fmt: skip


def later(day: date, count: int) -> date:
    """So many working days later."""
    return add_workdays(day, count, workdays.adjusted())


def draft(
    desk: Desk, on: date, to: Mapping[str, Sequence[Village]], *, text: str, data: str = "",
    by: User | None = None, **paper: Any,
) -> SupervisionOrder:  # fmt: skip
    """A draft to townships or departments, each asked about its own villages."""
    author = by or desk.staff
    order = draft_order(by=author, on=on, **paper)
    places = [desk.townships[name] for name in to if name in desk.townships]
    bodies = [desk.departments[name] for name in to if name in desk.departments]
    for part in add_units(order, by=author, townships=places, departments=bodies):
        for village in to[part.unit_name]:
            add_item(part, by=author, text=f"{village.name}{text}", village=village, data=data)
    return order


def sent(
    desk: Desk, order: SupervisionOrder, on: date, *, by: User | None = None, hour: int = 9
) -> list[OrderUnit]:
    """Checked and issued by another person on a morning; its parts in the order of their units."""
    checker = by or desk.minister
    order = issuing.check(order, by=checker, on=on)
    at = datetime(on.year, on.month, on.day, hour, tzinfo=ZONE)
    order = issuing.issue(order, by=checker, on=on, at=at)
    return list(OrderUnit.objects.filter(order=order).select_related("order").order_by("pk"))


def received(desk: Desk, part: OrderUnit) -> OrderUnit:
    """The unit has signed for it on the next working day."""
    return answering.receive(part, by=desk.answers(part), on=later(_out(part), SIGNED))


def answered(desk: Desk, part: OrderUnit, text: str, *, after: int = ANSWERED) -> OrderUnit:
    """Signed for, and answered some working days after the order went out."""
    if part.status == UnitStatus.ISSUED:
        part = received(desk, part)
    evidence = "会议记录和公示照存档于乡镇党建办"
    return answering.reply(
        part, by=desk.answers(part), on=later(_out(part), after), text=text, is_done=True,
        evidence=evidence,
    )  # fmt: skip


def looked_at(desk: Desk, part: OrderUnit, *, after: int = LOOKED_AT) -> OrderUnit:
    """The house that sent it finds it done."""
    on = later(_out(part), after)
    return settling.verify(part, by=_house(desk, part), on=on, text="现场核实,情况属实。")


def over(
    desk: Desk, part: OrderUnit, text: str, *, satisfaction: str = Satisfaction.SATISFIED
) -> OrderUnit:
    """All the way, without a turn."""
    part = looked_at(desk, answered(desk, part, text))
    on = later(_out(part), OVER)
    return settling.close(part, by=_house(desk, part), on=on, satisfaction=satisfaction)


def _house(desk: Desk, part: OrderUnit) -> User:
    return desk.secretary if part.order.township_code else desk.staff


def _out(part: OrderUnit) -> date:
    """The day on which the order went out."""
    if part.order.issued_on is None:
        raise RuntimeError("an order that is not out")
    return part.order.issued_on


def put(desk: Desk, key: str, values: Mapping[str, Any]) -> Any:
    """A row of a ledger, written by the county as on the page."""
    return write_row(ledgers()[key], values=values, by=desk.staff)
