"""What units owe, why replies come back, who asks in a hurry, what is overdue."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.issuing import check, issue, revoke
from rectification.supervision.actions.settling import return_
from rectification.supervision.figures.overdue import overdue
from rectification.supervision.figures.owed import Owed, key_of, owed
from rectification.supervision.figures.returns import by_reason, returns
from rectification.supervision.figures.urgent import urgent
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.states import UnitStatus
from tests.rectification.supervision.situations import (
    COUNTY,
    EAST,
    ISSUED,
    REASON,
    SIGNED,
    TODAY,
    WILLOW,
    Cast,
    at,
    draft,
    issued,
    only,
    order_in,
    part_in,
)
from villages.models import Parameter
from villages.parameters import forget

pytestmark = pytest.mark.django_db
OCTOBER = {"first": date(2026, 10, 1), "last": date(2026, 10, 31)}
SOON = date(2026, 10, 23)


def hurried(cast: Cast, day: date = ISSUED, **given: Any) -> SupervisionOrder:
    """Issued at noon for the same day, under somebody's name."""
    order = draft(cast, on=day, due_on=day, urgent_by="李明", **given)
    checker = cast.secretary if "by" in given else cast.checker
    return issue(check(order, by=checker, on=day), by=checker, on=day, at=at(day, 12))


def test_what_each_unit_already_owes(cast: Cast, django_assert_num_queries: Any) -> None:
    issued(cast, townships=(EAST, WILLOW), due_on=SOON)
    issued(cast, townships=(EAST,), departments=[cast.department])
    hurried(cast, TODAY)
    part_in(UnitStatus.CLOSED, cast)
    draft(cast)

    with django_assert_num_queries(1):
        found = owed(COUNTY, TODAY)

    # 东关街道 has answered one; of November there is the one in a hurry.
    assert found == {
        EAST: Owed(open=3, overdue=1, got=1, short=1),
        WILLOW: Owed(open=2, overdue=1),
        cast.department.uid: Owed(open=1),
    }
    assert {key_of(one) for one in OrderUnit.objects.all()} == set(found)
    october = owed(COUNTY, date(2026, 10, 31))
    assert (october[EAST].got, october[EAST].short) == (3, 0)


def test_other_counties_owe_nothing_here(cast: Cast, other_county: Any) -> None:
    issued(cast)

    assert owed("999902", TODAY) == {}


def test_reasons_for_returns_are_counted_per_unit(cast: Cast) -> None:
    part = part_in(UnitStatus.RETURNED, cast)
    reply(part, by=cast.clerk, on=date(2026, 10, 22), text="再看", is_done=True)
    return_(part, by=cast.author, on=date(2026, 10, 23), reason=REASON)
    other = receive(only(part.order, "柳林镇"), by=cast.stranger, on=SIGNED)
    reply(other, by=cast.stranger, on=SIGNED, text="已办", is_done=True)
    return_(other, by=cast.author, on=date(2026, 10, 16), reason="责任人不清")
    reply(part, by=cast.clerk, on=TODAY, text="再看", is_done=True)
    return_(part, by=cast.author, on=TODAY, reason=REASON)

    found = returns(OrderUnit.objects.visible_to(cast.author), **OCTOBER)

    assert [(one.unit_name, one.unit_code, one.reason, one.count) for one in found] == [
        ("东关街道", EAST, REASON, 2), ("柳林镇", WILLOW, "责任人不清", 1),
    ]  # fmt: skip
    assert by_reason(found) == {REASON: 2, "责任人不清": 1}
    mine = returns(OrderUnit.objects.visible_to(cast.stranger), **OCTOBER)
    assert [one.unit_name for one in mine] == ["柳林镇"]


def test_urgent_demands_are_counted_per_house(cast: Cast) -> None:
    issued(cast)
    hurried(cast)
    revoke(hurried(cast), by=cast.checker, on=ISSUED, text="发错了")
    hurried(cast, by=cast.clerk, townships=(), departments=[cast.department])
    hurried(cast, TODAY)
    order_in("reviewed", cast)

    found = urgent(SupervisionOrder.objects.in_county(COUNTY), **OCTOBER)

    assert [(one.from_name, one.issued, one.short, one.share) for one in found] == [
        ("中共青原县委组织部", 3, 2, Decimal("66.67")), ("东关街道", 1, 1, Decimal(100)),
    ]  # fmt: skip


def test_overdue_by_side_and_the_countys_own(cast: Cast) -> None:
    late = issued(cast, townships=(EAST,), departments=[cast.department], due_on=SOON)
    unverified = part_in(UnitStatus.REPLIED, cast)
    unclosed = part_in(UnitStatus.VERIFIED, cast)
    part_in(UnitStatus.CLOSED, cast)
    asked = issued(
        cast, by=cast.clerk, checker=cast.secretary, townships=(), departments=[cast.empty]
    )
    forgotten = receive(only(asked), by=cast.author, on=SIGNED)
    reply(forgotten, by=cast.author, on=SIGNED, text="已办", is_done=True)

    found = overdue(OrderUnit.objects.visible_to(cast.author), TODAY)

    assert [(one.part, one.due_on, one.days) for one in found.townships] == [
        (only(late, "东关街道"), SOON, 7),
    ]  # fmt: skip
    assert [one.part for one in found.departments] == [only(late, "县水利局")]
    # Five working days after the reply or the verification.
    assert [(one.part, one.due_on, one.days) for one in found.unverified] == [
        (forgotten, date(2026, 10, 22), 8),
        (unverified, date(2026, 10, 27), 5),
        (unclosed, date(2026, 10, 28), 4),
    ]  # fmt: skip
    # What the township has not looked at is not the county's.
    assert [one.part for one in found.of_county] == [
        only(late, "县水利局"), unverified, unclosed,
    ]  # fmt: skip
    assert len(found.all) == 5


def test_the_county_says_how_long_it_may_take_itself(cast: Cast) -> None:
    part = part_in(UnitStatus.REPLIED, cast)
    Parameter.objects.create(
        key="supervision.verify_days", county_code=COUNTY, value=30, effective_from=ISSUED
    )
    forget()

    assert overdue(OrderUnit.objects.filter(pk=part.pk), TODAY).all == ()
