"""Every step from every state by everybody: exactly the table succeeds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.issuing import check, drop, issue, revoke, send_back
from rectification.supervision.actions.settling import close, reopen, return_, verify
from rectification.supervision.actions.standing import stands
from rectification.supervision.models import OrderEvent
from rectification.supervision.states import (
    ORDER_STEPS,
    UNIT_STEPS,
    OrderStatus,
    Step,
    UnitStatus,
    allowed,
)
from tests.rectification.supervision.situations import (
    REASON,
    TODAY,
    Cast,
    at,
    order_in,
    part_in,
)
from villages.common.errors import DomainError

pytestmark = pytest.mark.django_db
# Written by hand beside the table: who of 青原县 may take the step at all. The author of the order
# is a member of the department, its checker the minister, the unit is 东关街道.
HOUSE, UNIT = {"author", "checker"}, {"clerk", "secretary", "api"}
TAKERS = {
    "check": {"checker"}, "send-back": {"checker"}, "issue": {"checker"}, "drop": {"author"},
    "revoke": {"checker"}, "receive": UNIT, "reply": UNIT, "return": HOUSE, "verify": HOUSE,
    "close": HOUSE, "reopen": HOUSE,
}  # fmt: skip
ACTS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "check": (check, {}),
    "send-back": (send_back, {"text": "少一个村"}),
    "issue": (issue, {"at": at(TODAY), "text": "请抓紧"}),
    "drop": (drop, {"text": "不发了"}),
    "revoke": (revoke, {"text": "发错了"}),
    "receive": (receive, {}),
    "reply": (reply, {"text": "已修好", "is_done": True}),
    "return": (return_, {"reason": REASON}),
    "verify": (verify, {}),
    "close": (close, {"satisfaction": "fair"}),
    "reopen": (reopen, {"text": "又停水了"}),
}
EVERYBODY = ("author", "checker", "leader", "clerk", "secretary", "stranger", "seat", "api")


@pytest.mark.parametrize("status", OrderStatus)
def test_orders_take_the_steps_of_the_table(status: OrderStatus, cast: Cast) -> None:
    order = order_in(status, cast)

    for step in ORDER_STEPS:
        _as_the_table_says(step, order, cast)


@pytest.mark.parametrize("status", UnitStatus)
def test_parts_take_the_steps_of_the_table(status: UnitStatus, cast: Cast) -> None:
    part = part_in(status, cast)

    for step in UNIT_STEPS:
        _as_the_table_says(step, part, cast)


def _as_the_table_says(step: Step, row: Any, cast: Cast) -> None:
    """Whoever may not, is told so; nothing but the step changes anything."""
    ready = allowed(step, row.status)
    part = row if step in UNIT_STEPS else None
    taken = {who for who in EVERYBODY if _taken(step, row, getattr(cast, who))}
    order = row.order if part else row
    offered = {who for who in EVERYBODY if stands(getattr(cast, who), step.side, order, part)}

    assert taken == (TAKERS[step.key] if ready else set()), (step.key, row.status)
    assert offered == TAKERS[step.key], step.key


def _taken(step: Step, row: Any, by: Any) -> bool:
    act, said = ACTS[step.key]
    with transaction.atomic():
        try:
            made = act(row, by=by, on=TODAY, **said)
        except DomainError as error:
            assert error.message
            assert error.hint
            assert error.code in {"order_step", "order_side", "order_own_draft", "order_not_out"}
            return False
        assert made.status == step.target
        event = OrderEvent.objects.filter(step=step.key, on=TODAY, from_status=row.status).first()
        assert (event.to_status, event.by_name) == (step.target, by.name)
        transaction.set_rollback(True)
        return True
