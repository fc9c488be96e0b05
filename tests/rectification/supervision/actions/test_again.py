"""A reply that was not enough: a new day, with its light."""

from datetime import date

import pytest

from rectification.supervision.actions.answering import reply
from rectification.supervision.actions.extending import ask_time
from rectification.supervision.actions.settling import close, reopen, return_, verify
from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.figures.lights import lights_of
from rectification.supervision.models import OrderEvent, OrderExtension, OrderUnit
from rectification.supervision.states import UnitStatus
from tests.factories import signed_in
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    CLOSED,
    DUE,
    REASON,
    TODAY,
    Cast,
    part_in,
)
from villages.models import Parameter

pytestmark = pytest.mark.django_db
# Tuesday the third of November and three working days.
AGAIN = date(2026, 11, 6)
SAID = {"reason": REASON, "on": TODAY}


def late(cast: Cast) -> OrderUnit:
    """Replied on the last day, looked at when the day was nearly over."""
    return part_in(UnitStatus.REPLIED, cast)


def test_the_countys_working_days_follow(cast: Cast) -> None:
    part = return_(late(cast), by=cast.author, **SAID)

    assert (DUE, part.due_on, part.first_due_on) == (date(2026, 11, 4), AGAIN, DUE)
    light = lights_of([part], TODAY)[part.pk]
    assert (light.colour, light.left) == ("yellow", 3)
    assert "2026-11-06" in OrderEvent.objects.get(unit=part, step="return").text


def test_a_day_in_force_that_is_later_stays(cast: Cast) -> None:
    part = return_(late(cast), by=cast.author, reason=REASON, on=date(2026, 10, 21))

    assert part.due_on == DUE
    assert OrderEvent.objects.get(unit=part, step="return").text == ""


def test_whoever_returns_may_state_a_later_day_and_no_earlier_one(cast: Cast) -> None:
    part = late(cast)

    fault = refused(
        "order_again_short", return_, part, by=cast.author, due_on=date(2026, 11, 5), **SAID
    )
    assert "2026-11-06" in str(fault)
    found = return_(part, by=cast.author, due_on=date(2026, 11, 12), **SAID)
    assert found.due_on == date(2026, 11, 12)


def test_the_days_are_a_dated_rule_of_the_county(cast: Cast) -> None:
    Parameter.objects.create(
        key="supervision.return_days", county_code="999901", value=5, effective_from=TODAY,
        basis="试点",
    )  # fmt: skip

    assert return_(late(cast), by=cast.author, **SAID).due_on == date(2026, 11, 10)


def test_a_request_about_the_day_before_is_answered(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)
    more = {"new_due_on": date(2026, 11, 20), "reason": "配件没到"}
    ask_time(part, by=cast.clerk, on=date(2026, 10, 19), **more)
    part = reply(part, by=cast.clerk, on=date(2026, 10, 20), text="已修", is_done=True)

    return_(part, by=cast.author, **SAID)

    assert OrderExtension.objects.get().answer == ExtensionAnswer.REFUSED


def test_what_is_opened_again_has_a_day_too(cast: Cast) -> None:
    part = part_in(UnitStatus.CLOSED, cast)

    found = reopen(part, by=cast.author, on=TODAY, text="又不出水了")

    assert (found.status, found.due_on) == (UnitStatus.RETURNED, AGAIN)
    assert CLOSED < TODAY


def test_the_form_asks_for_the_day_and_the_api_takes_it(cast: Cast) -> None:
    part, client = late(cast), signed_in(cast.author)
    url = f"/ledgers/order-units/{part.uid}/return/"
    assert "重新反馈的时限" in client.get(url).content.decode()

    client.post(
        url, {"on": TODAY, "reason": REASON, "text": "", "due_on": "", "row_version": part.version}
    )

    assert OrderUnit.objects.get(pk=part.pk).due_on == AGAIN


def test_the_straight_way_keeps_its_day(cast: Cast) -> None:
    part = verify(late(cast), by=cast.author, on=TODAY)

    assert close(part, by=cast.author, on=TODAY, satisfaction="fair").due_on == DUE
