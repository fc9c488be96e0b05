"""The steps of the table as verbs of the ledgers: label, address, right and offer come from there.

The action of a step is the function of its name in `rectification/supervision/actions`
(`return_`, because Python keeps `return` for itself).
"""

from importlib import import_module
from typing import Any

from rectification.supervision.actions.standing import may_take, stands
from rectification.supervision.ledgers.asks import EFFECTS, ORDER_ASKS, UNIT_ASKS
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.states import (
    CLOSE,
    ISSUE,
    ORDER_STEPS,
    RECEIVE,
    REOPEN,
    UNIT_STEPS,
    VERIFY,
    OrderStatus,
    Step,
    allowed,
)
from villages.common import clock
from villages.ledgers.declaring import Ask, Verb

# Steps that say the same of every row. Replies, returns and signatures are given one by one.
MANY = (RECEIVE, VERIFY, CLOSE)
MODULES = ("issuing", "answering", "settling")


def order_verbs() -> tuple[Verb, ...]:
    """The steps of an order, in the order of the table."""
    return tuple(_verb(step, ORDER_ASKS[step.key]) for step in ORDER_STEPS)


def unit_verbs() -> tuple[Verb, ...]:
    """The steps of a unit's part, in the order of the table."""
    return tuple(_verb(step, UNIT_ASKS[step.key]) for step in UNIT_STEPS)


def action_of(step: Step) -> Any:
    """The action that takes a step; LookupError where nobody wrote one."""
    name = step.key.replace("-", "_")
    for part in MODULES:
        module = import_module(f"rectification.supervision.actions.{part}")
        for one in (name, f"{name}_"):
            if hasattr(module, one):
                return getattr(module, one)
    raise LookupError(f"no action for the step {step.key}")


def offers(step: Step, user: Any, row: Any) -> bool:
    """Whether this person may take the step now: the state, the right and the side allow it."""
    is_part = step in UNIT_STEPS
    if not allowed(step, row.status) or (is_part and not runs(step, row.order)):
        return False
    return stands(user, step.side, row.order if is_part else row, row if is_part else None)


def runs(step: Step, order: SupervisionOrder) -> bool:
    """Parts move while their order is out; a closed one is opened again."""
    closed = step is REOPEN and order.status == OrderStatus.CLOSED
    return closed or order.status == OrderStatus.ISSUED


def _verb(step: Step, asks: tuple[Ask, ...]) -> Verb:
    return Verb(
        step.key, step.label, step.label_en, act=_taken(step), asks=asks, may=may_take(step),
        danger=step.danger, explains=EFFECTS.get(step.key, ""),
        offered=lambda user, row: offers(step, user, row), many=step in MANY,
    )  # fmt: skip


def _taken(step: Step) -> Any:
    def act(row: Any, *, by: Any, **asked: Any) -> Any:
        given = {"at": clock.now()} if step is ISSUE else {}
        said = {name: "" if value is None else value for name, value in asked.items()}
        return action_of(step)(row, by=by, **given, **said)

    return act
