"""What a unit does with its part: signs for it, and replies."""

from datetime import date
from typing import Any

from django.db import transaction

from rectification.supervision import states
from rectification.supervision.actions.stepping import name_of, ready_part, take_part
from rectification.supervision.actions.storing import store
from rectification.supervision.models import OrderReply, OrderUnit


def receive(part: OrderUnit, *, by: Any, on: date) -> OrderUnit:
    """The unit has the paper (签收)."""
    values = {"received_on": on, "received_by": name_of(by)}
    return take_part(part, states.RECEIVE, by=by, on=on, values=values)


@transaction.atomic
def reply(
    part: OrderUnit, *, by: Any, on: date, text: str, is_done: bool, undone_reason: str = "",
    evidence: str = "",
) -> OrderUnit:  # fmt: skip
    """The unit says what was done, whether that settles it, and if not why (反馈).

    Raises `order_reply_undone`, `order_reply_said`, `order_step`, `order_side` and others.
    """
    row = ready_part(part, states.REPLY, by=by, on=on)
    seq = OrderReply.objects.filter(unit=row).count() + 1
    store(OrderReply(
        county_code=row.county_code, unit=row, seq=seq, text=text.strip(), is_done=is_done,
        undone_reason="" if is_done else undone_reason.strip(), evidence=evidence.strip(),
        replied_on=on, replied_by=name_of(by),
    ))  # fmt: skip
    return take_part(row, states.REPLY, by=by, on=on, text=text, values={"replied_on": on})
