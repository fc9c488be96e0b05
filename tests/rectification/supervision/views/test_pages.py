"""The pages of orders as people meet them: who sees what, and which buttons stand there."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rectification.supervision.actions.extending import ask_time
from rectification.supervision.actions.standing import stands
from rectification.supervision.ledgers.steps import offers
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.states import (
    ORDER_STEPS,
    UNIT_STEPS,
    OrderStatus,
    UnitStatus,
    allowed,
)
from tests.factories import signed_in
from tests.rectification.supervision.situations import (
    EAST,
    SIGNED,
    WILLOW,
    Cast,
    draft,
    issued,
    only,
    order_in,
    part_in,
)
from villages.accounts.models import User

pytestmark = pytest.mark.django_db
PLAYERS = ("author", "checker", "leader", "clerk", "secretary", "stranger", "seat")


def seen(user: User, url: str) -> str:
    """The page as this person sees it."""
    answer = signed_in(user).get(url)
    assert answer.status_code == 200, (user, url, answer.status_code)
    return str(answer.content.decode())


def url_of(order: SupervisionOrder) -> str:
    return reverse("supervision:order", args=[order.uid])


def status_of(user: User, url: str) -> int:
    return int(signed_in(user).get(url).status_code)


@pytest.mark.parametrize("status", OrderStatus)
def test_an_order_of_every_state_has_its_page(cast: Cast, status: OrderStatus) -> None:
    order = order_in(status, cast)

    body = seen(cast.author, url_of(order))

    assert str(status.label) in body
    assert "机井维修" in body


@pytest.mark.parametrize("status", UnitStatus)
def test_a_part_of_every_state_has_its_page(cast: Cast, status: UnitStatus) -> None:
    part = part_in(status, cast)

    assert str(status.label) in seen(cast.author, url_of(part.order))


@pytest.mark.parametrize("status", [OrderStatus.DRAFT, OrderStatus.REVIEWED, OrderStatus.DROPPED])
def test_what_has_not_left_the_house_does_not_exist_for_its_receivers(
    cast: Cast, status: OrderStatus
) -> None:
    order = order_in(status, cast, departments=[cast.department])

    for url in (url_of(order), reverse("supervision:paper", args=[order.uid])):
        assert status_of(cast.clerk, url) == 404
        assert status_of(cast.seat, url) == 404


def test_a_foreign_order_does_not_exist(cast: Cast) -> None:
    part = only(issued(cast))

    for name, uid in (("order", part.order.uid), ("unit", part.uid), ("paper", part.order.uid)):
        assert status_of(cast.stranger, reverse(f"supervision:{name}", args=[uid])) == 404


def test_a_receiver_sees_only_its_own_part(cast: Cast) -> None:
    order = issued(cast, townships=(EAST, WILLOW), departments=[cast.department])

    body = seen(cast.clerk, url_of(order))

    mine, other = only(order, "东关街道"), only(order, "柳林镇")
    assert f"unit-{mine.uid}" in body
    assert other.uid not in body
    assert "柳林镇" not in body
    assert "县水利局" not in body
    assert "3 眼" in body


def test_the_county_sees_every_unit_with_its_light_and_who_is_waited_for(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)

    body = seen(cast.author, url_of(part.order))

    assert "等东关街道反馈" in body
    assert "等柳林镇签收" in body
    # Today is the third of November, the day is the fourth.
    assert body.count("还剩 1 个工作日") == 4


def test_a_department_answers_what_it_was_sent(cast: Cast) -> None:
    order = issued(cast, departments=[cast.department])
    part = only(order, "县水利局")

    body = seen(cast.seat, url_of(order))

    assert reverse("ledgers:order-units_do_receive", args=[part.uid]) in body
    assert "东关街道" not in body


@pytest.mark.parametrize("status", OrderStatus)
def test_buttons_of_an_order_are_those_of_the_table(cast: Cast, status: OrderStatus) -> None:
    order = order_in(status, cast)

    for name in ("author", "checker", "leader"):
        user = getattr(cast, name)
        body = seen(user, url_of(order))
        for step in ORDER_STEPS:
            url = reverse(f"ledgers:orders_do_{step.key}", args=[order.uid])
            may = allowed(step, order.status) and stands(user, step.side, order)
            assert (f'"{url}"' in body) is may, (name, step.key)


@pytest.mark.parametrize("status", UnitStatus)
def test_buttons_of_a_part_are_those_of_the_table(cast: Cast, status: UnitStatus) -> None:
    part = part_in(status, cast)
    found = OrderUnit.objects.select_related("order").get(pk=part.pk)

    for name in ("author", "checker", "leader", "clerk", "secretary"):
        user = getattr(cast, name)
        if status_of(user, url_of(part.order)) == 404:
            assert status == UnitStatus.PREPARED
            continue
        body = seen(user, url_of(part.order))
        for step in UNIT_STEPS:
            url = reverse(f"ledgers:order-units_do_{step.key}", args=[part.uid])
            assert (f'"{url}"' in body) is offers(step, user, found), (name, step.key)


def test_the_unit_asks_for_time_and_the_house_answers(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)
    asking = reverse("ledgers:order-units_do_ask-time", args=[part.uid])
    assert asking in seen(cast.clerk, url_of(part.order))

    row = ask_time(part, by=cast.clerk, on=SIGNED, new_due_on=part.due_on.replace(day=20),
                   reason="等配件")  # fmt: skip

    assert asking not in seen(cast.clerk, url_of(part.order))
    body = seen(cast.author, url_of(part.order))
    assert reverse("ledgers:order-extensions_do_grant", args=[row.uid]) in body
    assert "等中共青原县委组织部审批延期" in body
    assert "等配件" in body


def test_a_step_taken_leads_back_to_the_part(cast: Cast) -> None:
    part = only(issued(cast))
    client = signed_in(cast.clerk)
    url = reverse("ledgers:order-units_do_receive", args=[part.uid])

    answer = client.post(url, {"on": "2026-11-03", "row_version": part.version}, follow=True)

    assert answer.redirect_chain[-1][0] == f"{url_of(part.order)}#unit-{part.uid}"
    assert only(part.order).status == UnitStatus.RECEIVED


def test_a_draft_says_what_it_lacks(cast: Cast, county_client: Client) -> None:
    order = draft(cast, townships=())

    assert "还没有主办单位" in county_client.get(url_of(order)).content.decode()


@pytest.mark.parametrize("name", PLAYERS)
def test_first_page_and_figures_open_for_everybody_who_sees_orders(cast: Cast, name: str) -> None:
    part_in(UnitStatus.RETURNED, cast)
    user: Any = getattr(cast, name)

    hub = seen(user, reverse("supervision:hub"))
    seen(user, reverse("supervision:figures"))

    assert "等您办理" in hub
    assert (reverse("supervision:new") in hub) is (name not in ("leader", "seat"))


@pytest.mark.parametrize("name", ["village_secretary", "system_admin", "audit_admin"])
def test_others_have_no_orders(people: dict[str, User], cast: Cast, name: str) -> None:
    assert status_of(people[name], reverse("supervision:hub")) == 403
