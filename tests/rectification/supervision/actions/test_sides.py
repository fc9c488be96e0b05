"""Who stands where: departments with and without a seat, townships that ask, and who sees what."""

from datetime import date
from typing import Any

import pytest

from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.drafting import add_units, draft_order
from rectification.supervision.actions.issuing import check, issue
from rectification.supervision.actions.settling import close, verify
from rectification.supervision.models import (
    DepartmentSeat,
    OrderEvent,
    OrderItem,
    OrderReply,
    OrderUnit,
    SupervisionOrder,
)
from rectification.supervision.sides import house_of
from rectification.supervision.states import OrderStatus, UnitStatus
from tests.factories import UserFactory
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    CHECKED,
    DRAFTED,
    EAST,
    ISSUED,
    REPLIED,
    SIGNED,
    TODAY,
    VERIFIED,
    WILLOW,
    Cast,
    at,
    draft,
    issued,
    only,
    order_in,
    part_in,
)
from villages.accounts.actors import COMMAND_LINE, SCHEDULE
from villages.accounts.choices import Role
from villages.models import Township

pytestmark = pytest.mark.django_db


def seen(rows: Any, user: Any) -> set[str]:
    """What somebody sees, in words."""
    return {str(one) for one in rows.objects.visible_to(user)}


def test_the_seat_answers_for_its_department(cast: Cast) -> None:
    part = only(issued(cast, townships=(), departments=[cast.department]))
    for by in (cast.author, cast.checker, cast.clerk, cast.api):
        refused("order_side", receive, part, by=by, on=SIGNED)

    part = receive(part, by=cast.seat, on=SIGNED)

    assert part.received_by == cast.seat.name
    reply(part, by=cast.seat, on=REPLIED, text="已修好", is_done=True)


def test_the_organization_department_answers_for_an_empty_seat(cast: Cast) -> None:
    part = only(issued(cast, townships=(), departments=[cast.empty]))
    for by in (cast.seat, cast.clerk, cast.leader):
        refused("order_side", receive, part, by=by, on=SIGNED)

    assert receive(part, by=cast.author, on=SIGNED).status == UnitStatus.RECEIVED


def test_whoever_left_the_seat_answers_no_more(cast: Cast) -> None:
    part = only(issued(cast, townships=(), departments=[cast.department]))
    DepartmentSeat.objects.update(valid_to=date(2026, 10, 14))

    refused("order_side", receive, part, by=cast.seat, on=SIGNED)

    assert not seen(OrderUnit, cast.seat)
    assert not seen(SupervisionOrder, cast.seat)


def test_a_township_asks_a_department_and_judges_the_answer(cast: Cast) -> None:
    order = issued(
        cast, by=cast.clerk, checker=cast.secretary, townships=(), departments=[cast.department]
    )
    assert (order.from_code, order.from_name, order.county_code) == (EAST, "东关街道", "999901")
    part = receive(only(order), by=cast.seat, on=SIGNED)
    part = reply(part, by=cast.seat, on=REPLIED, text="已派人修好", is_done=True)

    # The county looks on: the house that asked says whether it is done.
    refused("order_side", verify, part, by=cast.author, on=VERIFIED)
    refused("order_side", verify, part, by=cast.stranger, on=VERIFIED)
    part = verify(part, by=cast.clerk, on=VERIFIED)
    close(part, by=cast.secretary, on=VERIFIED, satisfaction="dissatisfied")

    order.refresh_from_db()
    assert order.status == OrderStatus.CLOSED
    assert seen(SupervisionOrder, cast.author) == seen(SupervisionOrder, cast.clerk) == {str(order)}
    assert seen(SupervisionOrder, cast.seat) == {str(order)}
    assert not seen(SupervisionOrder, cast.stranger)
    mine = OrderEvent.objects.visible_to(cast.clerk).filter(unit=None)
    assert {one.step for one in mine} == {"drafted", "check", "issue", "close"}


def test_a_township_addresses_departments_alone(cast: Cast) -> None:
    order = draft(cast, by=cast.clerk, townships=(), departments=[cast.department])
    willow = Township.objects.get(code=WILLOW)

    refused("order_departments_only", add_units, order, by=cast.clerk, townships=[willow])
    cast.empty.valid_to = DRAFTED
    cast.empty.save()
    refused("order_unit_ended", add_units, order, by=cast.clerk, departments=[cast.empty])


def test_only_a_house_drafts(cast: Cast, people: Any) -> None:
    values = {
        "on": DRAFTED, "kind": "supervise", "subject": "机井", "requirement": "修好",
    }  # fmt: skip
    for by in (cast.seat, cast.api, people[Role.VILLAGE_SECRETARY], COMMAND_LINE, SCHEDULE):
        refused("no_house", draft_order, by=by, **values)
    refused("order_side", draft_order, by=cast.leader, **values)
    assert not SupervisionOrder.objects.exists()


def test_a_house_is_the_county_at_hand_or_the_only_township(cast: Cast) -> None:
    assert (house_of(cast.author), house_of(cast.clerk)) == ("999901", EAST)
    both = UserFactory(role=Role.TOWNSHIP_CLERK, home_code=EAST, jurisdiction=[EAST, WILLOW])

    assert house_of(both) == ""
    refused("order_side", add_units, draft(cast), by=both)


@pytest.mark.parametrize("status", OrderStatus)
def test_receivers_see_what_is_out_and_nothing_before(status: OrderStatus, cast: Cast) -> None:
    order = order_in(status, cast, departments=[cast.department])
    is_out = status in (OrderStatus.ISSUED, OrderStatus.CLOSED, OrderStatus.REVOKED)

    for receiver in (cast.clerk, cast.seat):
        assert bool(seen(SupervisionOrder, receiver)) is is_out
        assert bool(seen(OrderUnit, receiver)) is is_out
        assert bool(seen(OrderEvent, receiver)) is is_out
    assert bool(seen(OrderItem, cast.clerk)) is is_out
    assert seen(SupervisionOrder, cast.checker) == {str(order)}
    for rows in (SupervisionOrder, OrderUnit, OrderItem, OrderEvent):
        assert not seen(rows, cast.stranger)


def test_receivers_see_their_own_part_alone(cast: Cast) -> None:
    part = part_in(UnitStatus.CLOSED, cast, departments=[cast.department])
    receive(only(part.order, "柳林镇"), by=cast.stranger, on=SIGNED)

    whose = {
        cast.clerk: "东关街道", cast.stranger: "柳林镇", cast.seat: cast.department.name,
    }  # fmt: skip
    for user, name in whose.items():
        parts = OrderUnit.objects.visible_to(user)
        assert [one.unit_name for one in parts] == [name]
        items = OrderItem.objects.visible_to(user)
        assert {one.unit.unit_name for one in items} <= {name}
        events = OrderEvent.objects.visible_to(user)
        assert {one.unit.unit_name for one in events if one.unit} == {name}
        # What the house says to itself is not told.
        assert {one.step for one in events if not one.unit} == {"issue"}
    whole = OrderEvent.objects.visible_to(cast.leader).filter(unit=None)
    assert {one.step for one in whole} == {"drafted", "check", "issue"}
    assert OrderReply.objects.visible_to(cast.clerk).count() == 1
    assert not OrderReply.objects.visible_to(cast.stranger).exists()
    assert not OrderReply.objects.visible_to(cast.seat).exists()


def test_foreign_people_see_nothing(cast: Cast, other_county: Any) -> None:
    issued(cast)
    for role, code in (
        (Role.COUNTY_STAFF, "999902"), (Role.TOWNSHIP_CLERK, "999902001"),
        (Role.VILLAGE_SECRETARY, "999901001200"), (Role.REVIEWER, "999901"),
    ):  # fmt: skip
        user = UserFactory(username=f"{role}-{code}", role=role, home_code=code)
        for rows in (SupervisionOrder, OrderUnit, OrderItem, OrderEvent):
            assert not seen(rows, user), (role, rows)


def test_people_of_another_county_take_no_step(cast: Cast, other_county: Any) -> None:
    minister = UserFactory(role=Role.COUNTY_MINISTER, home_code="999902")
    order = draft(cast)

    refused("order_side", check, order, by=minister, on=CHECKED)
    check(order, by=cast.checker, on=CHECKED)
    refused("order_side", issue, order, by=minister, on=ISSUED, at=at(ISSUED))
    refused("order_side", issue, order, by=COMMAND_LINE, on=TODAY, at=at(TODAY))


def test_a_deputy_sits_in_the_absent_colleagues_seat(cast: Cast) -> None:
    part = only(issued(cast, townships=(), departments=[cast.department]))
    deputy = UserFactory(username="deputy", role=Role.REVIEWER, home_code="999901")
    assert not seen(OrderUnit, deputy)
    refused("order_side", receive, part, by=deputy, on=SIGNED)

    deputy.acting_for = cast.seat

    assert seen(OrderUnit, deputy) == {str(part)}
    assert seen(SupervisionOrder, deputy) == {str(part.order)}
    assert receive(part, by=deputy, on=SIGNED).received_by == deputy.name
