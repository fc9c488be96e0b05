"""Orders in numbers: punctual, lights, more time, by name; page and program say the same."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.extending import ask_time, grant
from rectification.supervision.actions.settling import return_
from rectification.supervision.api.orders import told
from rectification.supervision.figures.order_sums import KindSum, OrderSums, Signed, order_sums
from rectification.supervision.figures.punctual import Punctual, punctual
from rectification.supervision.ledgers.light_filter import lit
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.states import UnitStatus
from tests.factories import signed_in
from tests.rectification.supervision.figures.test_counts import hurried
from tests.rectification.supervision.situations import (
    EAST,
    REASON,
    SIGNED,
    TODAY,
    WILLOW,
    Cast,
    issued,
    only,
    part_in,
)
from tests.villages.rest.conftest import program_of
from villages.accounts.models import User

pytestmark = pytest.mark.django_db
YEAR = {"first": date(2026, 1, 1), "last": TODAY}
EARLY = date(2026, 10, 23)


def sums_of(user: User, **span: Any) -> OrderSums:
    orders = SupervisionOrder.objects.visible_to(user)
    parts = OrderUnit.objects.visible_to(user)
    return order_sums(orders, parts, on=TODAY, **{**YEAR, **span})


def punctual_of(cast: Cast) -> dict[str, tuple[int, int]]:
    found = punctual(OrderUnit.objects.all(), on=TODAY, **YEAR)
    return {one.name: (one.due, one.in_time) for one in found}


def busy(cast: Cast) -> None:
    """Returned, closed, late, in a hurry, with more time asked."""
    part_in(UnitStatus.RETURNED, cast)
    part_in(UnitStatus.CLOSED, cast)
    late = issued(cast, townships=(WILLOW,), departments=[cast.department], due_on=EARLY)
    receive(only(late, "柳林镇"), by=cast.stranger, on=SIGNED)
    hurried(cast)
    more = part_in(UnitStatus.RECEIVED, cast, kind="prompt")
    said = {"new_due_on": date(2026, 11, 20), "reason": "配件没到"}
    grant(ask_time(more, by=cast.clerk, on=SIGNED, **said), by=cast.author, on=SIGNED)


def test_the_first_reply_decides_whatever_was_returned_later(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast, due_on=EARLY)
    part = reply(part, by=cast.clerk, on=date(2026, 10, 26), text="修了", is_done=True)
    return_(part, by=cast.author, on=date(2026, 10, 27), reason=REASON)

    # 柳林镇 beside it has not signed, and its day is over.
    assert punctual_of(cast) == {"": (2, 0), "东关街道": (1, 0), "柳林镇": (1, 0)}


def test_time_that_was_granted_counts_and_time_asked_afterwards_does_not(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast, townships=(EAST,), due_on=EARLY)
    said = {"new_due_on": date(2026, 10, 30), "reason": "下雨"}
    asked = ask_time(part, by=cast.clerk, on=SIGNED, **said)
    grant(asked, by=cast.author, on=date(2026, 10, 16))
    part = only(part.order)
    reply(part, by=cast.clerk, on=date(2026, 10, 29), text="修了", is_done=True)

    assert punctual_of(cast) == {"": (1, 1), "东关街道": (1, 1)}


def test_whose_day_has_not_come_is_not_counted(cast: Cast) -> None:
    part_in(UnitStatus.RECEIVED, cast, townships=(EAST,))
    part_in(UnitStatus.REVOKED, cast, due_on=EARLY)

    [total] = punctual(OrderUnit.objects.all(), on=TODAY, **YEAR)
    assert total == Punctual("", 0, 0)
    assert total.share is None


def test_all_numbers_together(cast: Cast) -> None:
    busy(cast)

    found = sums_of(cast.author)

    assert found.kinds == (KindSum("prompt", 1, 2, 0), KindSum("supervise", 4, 7, 1))
    # Late: 柳林镇, 县水利局, and who was asked in a hurry.
    assert found.lights == {"red": 3, "yellow": 4, "green": 1}
    assert found.punctual[0] == Punctual("", 5, 2)
    assert found.punctual[0].share == Decimal("40.00")
    assert found.extensions == {"waiting": 0, "granted": 1, "refused": 0}
    assert found.signed == (Signed("999901", "中共青原县委组织部", "李明", 1),)
    assert found.reasons == {REASON: 1}


def test_every_light_opens_its_rows(cast: Cast) -> None:
    busy(cast)

    for colour, count in sums_of(cast.author).lights.items():
        assert lit(OrderUnit.objects.all(), colour, TODAY).count() == count, colour


@pytest.mark.parametrize("who", ["author", "clerk"])
def test_page_and_program_say_the_same(cast: Cast, who: str) -> None:
    busy(cast)
    user = getattr(cast, who)

    page = signed_in(user).get("/orders/figures/")
    answer = program_of(user).get("order-figures/")

    assert page.status_code == answer.status_code == 200
    body = json.loads(answer.content)
    assert body["results"] == json.loads(json.dumps(list(told(page.context["sums"]))))
    assert (body["first"], body["last"]) == ("2026-01-01", "2026-11-03")
    assert {one["by"] for one in body["results"]} >= {
        "kind", "part", "light", "punctual", "extension", "returned", "overdue",
    }  # fmt: skip


def test_days_that_end_before_they_begin_are_refused(cast: Cast) -> None:
    query = "order-figures/?first=2026-11-02&last=2026-11-01"

    assert program_of(cast.author).get(query).status_code == 400


def test_many_orders_cost_no_more(cast: Cast, django_assert_max_num_queries: Any) -> None:
    busy(cast)
    sums_of(cast.author)
    with django_assert_max_num_queries(11):
        sums_of(cast.author)
