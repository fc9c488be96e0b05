"""More time: asked by the unit, answered by the house."""

from datetime import date

import pytest

from rectification.supervision.actions.answering import reply
from rectification.supervision.actions.extending import ask_time, grant, refuse
from rectification.supervision.actions.settling import verify
from rectification.supervision.models import OrderEvent, OrderExtension
from rectification.supervision.states import OWING, UnitStatus
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    DUE,
    ISSUED,
    REPLIED,
    SIGNED,
    TODAY,
    VERIFIED,
    Cast,
    only,
    part_in,
)
from villages.common.errors import DomainError

pytestmark = pytest.mark.django_db
LATER = date(2026, 11, 20)


def asked(cast: Cast, status: UnitStatus = UnitStatus.RECEIVED) -> OrderExtension:
    """东关街道 has asked for more time."""
    part = part_in(status, cast)
    return ask_time(part, by=cast.clerk, on=REPLIED, new_due_on=LATER, reason="配件没到")


def test_granted_time_holds_and_is_counted(cast: Cast) -> None:
    row = asked(cast)
    assert (row.ordinal, row.old_due_on, row.asked_by) == (1, DUE, cast.clerk.name)

    grant(row, by=cast.author, on=VERIFIED, text="同意")

    part = only(row.unit.order, "东关街道")
    assert (part.due_on, part.first_due_on, part.extension_count) == (LATER, DUE, 1)
    event = OrderEvent.objects.get(unit=part, step="extended")
    assert (event.from_status, event.to_status, event.text) == (
        "received", "received", "延至 2026-11-20:配件没到",
    )  # fmt: skip
    refused("order_more_time_answered", grant, row, by=cast.author, on=VERIFIED)


def test_refused_time_leaves_the_day_and_may_be_asked_again(cast: Cast) -> None:
    row = asked(cast)
    again = {"by": cast.clerk, "on": VERIFIED, "new_due_on": LATER, "reason": "还差一件"}
    refused("order_more_time_waiting", ask_time, row.unit, **again)

    refuse(row, by=cast.checker, on=VERIFIED, text="配件已到")

    row.unit.refresh_from_db()
    assert (row.unit.due_on, row.unit.extension_count) == (DUE, 0)
    assert OrderEvent.objects.filter(unit=row.unit, step="extension-refused").count() == 1
    assert ask_time(row.unit, **again).ordinal == 2


def test_a_day_that_is_not_later_or_already_over_is_refused(cast: Cast) -> None:
    part = part_in(UnitStatus.ISSUED, cast, due_on=date(2026, 10, 20))
    values = {"by": cast.clerk, "reason": "下雨"}

    same = date(2026, 10, 20)
    refused("order_more_time_later", ask_time, part, on=SIGNED, new_due_on=same, **values)
    over = date(2026, 10, 28)
    refused("order_more_time_past", ask_time, part, on=TODAY, new_due_on=over, **values)
    before = date(2026, 10, 13)
    refused("order_step_early", ask_time, part, on=before, new_due_on=LATER, **values)
    refused(
        "order_more_time_why", ask_time, part, by=cast.clerk, on=SIGNED, new_due_on=LATER, reason=""
    )


@pytest.mark.parametrize("status", [one for one in UnitStatus if one not in OWING])
def test_only_who_owes_something_asks(status: UnitStatus, cast: Cast) -> None:
    part = part_in(status, cast)
    values = {"on": TODAY, "new_due_on": LATER, "reason": "下雨"}

    with pytest.raises(DomainError, match="现在是"):
        ask_time(part, by=cast.clerk, **values)


def test_both_sides_keep_to_theirs(cast: Cast) -> None:
    row = asked(cast)
    values = {"on": VERIFIED, "new_due_on": LATER, "reason": "下雨"}
    for by in (cast.author, cast.stranger, cast.seat):
        refused("order_side", ask_time, row.unit, by=by, **values)

    for by in (cast.clerk, cast.stranger, cast.leader, cast.seat):
        refused("order_side", grant, row, by=by, on=VERIFIED)
        refused("order_side", refuse, row, by=by, on=VERIFIED, text="不行")
    refused("order_step_early", grant, row, by=cast.author, on=ISSUED)


def test_what_the_unit_answered_meanwhile_needs_no_time(cast: Cast) -> None:
    row = asked(cast)
    part = row.unit
    reply(part, by=cast.clerk, on=VERIFIED, text="已修好", is_done=True)
    refused("order_owes_nothing", grant, row, by=cast.author, on=VERIFIED)

    verify(part, by=cast.author, on=VERIFIED)

    row.refresh_from_db()
    assert (row.answer, row.answer_text) == ("refused", "已核查通过,不再需要延期。")


def test_a_request_from_before_the_day_moved_is_outdated(cast: Cast) -> None:
    row = asked(cast)
    row.unit.due_on = date(2026, 11, 10)
    row.unit.save()

    refused("order_more_time_outdated", grant, row, by=cast.author, on=VERIFIED)
    refuse(row, by=cast.author, on=VERIFIED, text="请重新申请")
