"""One paper for all that is overdue; everybody is asked for the own matters alone."""

from datetime import date

import pytest

from rectification.supervision.actions.chasing import chase
from rectification.supervision.actions.issuing import check, issue
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.states import UnitStatus
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    COUNTY,
    EAST,
    TODAY,
    WILLOW,
    Cast,
    at,
    issued,
    only,
    part_in,
)

pytestmark = pytest.mark.django_db
DUE = date(2026, 10, 23)


def test_many_units_are_chased_with_one_paper(cast: Cast) -> None:
    first = issued(cast, townships=(EAST, WILLOW), due_on=DUE)
    second = issued(
        cast, townships=(EAST,), departments=[cast.department], due_on=DUE, subject="道路塌方"
    )

    made = chase(OrderUnit.objects.overdue(TODAY), by=cast.author, on=TODAY)

    assert (made.kind, made.status, made.origin) == ("urge", "draft", "chase")
    assert made.subject == "4 项逾期未反馈事项"
    asked = {
        one.unit_name: [item.data for item in OrderItem.objects.filter(unit=one)]
        for one in made.units.all()
    }
    old = "2026-10-23 逾期 7 个工作日"
    assert asked == {
        "东关街道": [f"3 眼;{first.number_shown} {old}", f"3 眼;{second.number_shown} {old}"],
        "柳林镇": [f"3 眼;{first.number_shown} {old}"],
        "县水利局": [f"3 眼;{second.number_shown} {old}"],
    }
    check(made, by=cast.checker, on=TODAY)
    issue(made, by=cast.checker, on=TODAY, at=at(TODAY))
    seen = OrderItem.objects.visible_to(cast.stranger).filter(unit__order=made)
    assert {one.unit.unit_name for one in seen} == {"柳林镇"}


def test_only_own_overdue_parts_are_chased(cast: Cast) -> None:
    refused("chase_nothing", chase, [], by=cast.author, on=TODAY)
    in_time = part_in(UnitStatus.RECEIVED, cast)
    refused("chase_not_overdue", chase, [in_time], by=cast.author, on=TODAY)
    late = only(issued(cast, due_on=DUE))
    for by in (cast.clerk, cast.leader, cast.seat, cast.stranger):
        refused("order_side", chase, [late], by=by, on=TODAY)
    theirs = only(
        issued(
            cast,
            by=cast.clerk,
            checker=cast.secretary,
            townships=(),
            due_on=DUE,
            departments=[cast.department],
        )
    )
    refused("order_side", chase, [late, theirs], by=cast.author, on=TODAY)
    assert not SupervisionOrder.objects.filter(origin="chase").exists()

    made = chase([theirs], by=cast.clerk, on=TODAY, requirement="请尽快", due_on=date(2026, 11, 9))

    assert (made.from_code, made.requirement) == (EAST, "请尽快")
    assert (made.due_on, COUNTY) == (date(2026, 11, 9), made.county_code)
