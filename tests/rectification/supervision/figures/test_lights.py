"""Lights, and who is waited for."""

from datetime import date

import pytest

from rectification.supervision.actions.extending import ask_time
from rectification.supervision.figures.lights import light_of, lights_of, near_days
from rectification.supervision.figures.waiting import waiting_of, waits_for
from rectification.supervision.models import OrderUnit
from rectification.supervision.states import OrderStatus, UnitStatus
from tests.rectification.supervision.situations import (
    COUNTY,
    SIGNED,
    TODAY,
    Cast,
    only,
    order_in,
    part_in,
)
from villages.models import Parameter
from villages.parameters import forget

DUE = date(2026, 10, 14)
HOLIDAY = {date(2026, 10, 12): False}


@pytest.mark.parametrize(
    ("on", "colour", "words", "left"),
    [
        (date(2026, 10, 7), "green", "还剩 4 个工作日", 4),
        (date(2026, 10, 8), "yellow", "还剩 3 个工作日", 3),
        (date(2026, 10, 13), "yellow", "还剩 1 个工作日", 1),
        (date(2026, 10, 14), "yellow", "今天到期", 0),
        (date(2026, 10, 15), "red", "逾期 1 个工作日", -1),
        (date(2026, 10, 18), "red", "逾期 2 个工作日", -2),
    ],
)
def test_the_light_says_how_many_working_days(on: date, colour: str, words: str, left: int) -> None:
    part = OrderUnit(status=UnitStatus.RECEIVED, due_on=DUE)

    light = light_of(part, on, HOLIDAY, 3)

    assert (light.colour, light.words, light.left) == (colour, words, left)


@pytest.mark.parametrize(
    ("due", "on", "colour", "words"),
    [
        # Due on a Friday, looked at on the Saturday; due on a Sunday, looked at on the Saturday.
        (date(2026, 10, 16), date(2026, 10, 17), "red", "逾期不满 1 个工作日"),
        (date(2026, 10, 18), date(2026, 10, 17), "yellow", "到期前没有工作日了"),
    ],
)
def test_days_without_work_have_a_light_too(due: date, on: date, colour: str, words: str) -> None:
    light = light_of(OrderUnit(status=UnitStatus.ISSUED, due_on=due), on, {}, 3)

    assert (light.colour, light.words, light.left) == (colour, words, 0)


@pytest.mark.parametrize("status", UnitStatus)
def test_whoever_owes_nothing_is_not_red(status: UnitStatus) -> None:
    light = light_of(OrderUnit(status=status, due_on=DUE), date(2026, 12, 1), {}, 3)

    colours = {
        "prepared": "grey", "issued": "red", "received": "red", "replied": "green",
        "returned": "red", "verified": "green", "closed": "grey", "revoked": "grey",
    }  # fmt: skip
    assert light.colour == colours[status]
    assert light.words


@pytest.mark.django_db
def test_the_county_decides_what_near_is(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast, due_on=date(2026, 11, 9))
    assert (near_days(COUNTY, TODAY), lights_of([part], TODAY)[part.pk].colour) == (3, "green")

    Parameter.objects.create(
        key="supervision.near_days", county_code=COUNTY, value=4, effective_from=TODAY
    )
    forget()

    assert lights_of([part], TODAY)[part.pk].colour == "yellow"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "words", "due", "by_house"),
    [
        (UnitStatus.ISSUED, "等东关街道签收", date(2026, 10, 15), False),
        (UnitStatus.RECEIVED, "等东关街道反馈", date(2026, 11, 4), False),
        (UnitStatus.RETURNED, "等东关街道重新反馈", date(2026, 11, 4), False),
        (UnitStatus.REPLIED, "等中共青原县委组织部核查", date(2026, 10, 27), True),
        (UnitStatus.VERIFIED, "等中共青原县委组织部办结销号", date(2026, 10, 28), True),
    ],
)
def test_who_is_waited_for(
    status: UnitStatus, words: str, due: date, by_house: bool, cast: Cast
) -> None:
    found = waits_for(part_in(status, cast), TODAY, {})

    assert found is not None
    assert (found.words, found.due_on, found.by_house) == (words, due, by_house)
    assert found.is_late(TODAY) is (due < TODAY)


@pytest.mark.django_db
def test_before_it_is_out_the_house_is_waited_for_and_after_it_nobody(cast: Cast) -> None:
    words = {}
    for status in OrderStatus:
        part = only(order_in(status, cast))
        found = waits_for(part, TODAY, {})
        words[status] = found.words if found else ""

    assert words == {
        "draft": "等中共青原县委组织部审核", "reviewed": "等中共青原县委组织部签发",
        "issued": "等东关街道签收", "closed": "", "revoked": "", "dropped": "",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_request_for_time_waits_for_the_house_too(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)
    ask_time(part, by=cast.clerk, on=SIGNED, new_due_on=date(2026, 11, 20), reason="下雨")

    found = waiting_of(OrderUnit.objects.filter(order=part.order).select_related("order"), TODAY)

    assert [one.words for one in found[part.pk]] == [
        "等东关街道反馈", "等中共青原县委组织部审批延期",
    ]  # fmt: skip
    other = only(part.order, "柳林镇")
    assert [one.words for one in found[other.pk]] == ["等柳林镇签收"]
