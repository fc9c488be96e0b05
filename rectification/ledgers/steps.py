"""The steps of the table as verbs of the ledger: label, address, right and offer come from there.

The action of a step is the function of its name in `rectification/actions` (`pass_`, because
Python keeps `pass` for itself); what it asks for stands in the ASKS of a subject.
"""

from importlib import import_module
from typing import Any

from django.utils.translation import gettext as _

from rectification.ledgers import acceptance_asks, finding_asks, work_asks
from rectification.models import RectificationCase
from rectification.perms import may_take
from rectification.states import STEPS, Step, allowed
from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.declaring import Ask, Verb

MODULES = ("finding", "opening", "planning", "checking", "accepting", "closing", "following")
ASKS: dict[str, tuple[Ask, ...]] = {
    **finding_asks.ASKS, **work_asks.ASKS, **acceptance_asks.ASKS,
}  # fmt: skip


def step_verbs() -> tuple[Verb, ...]:
    """All steps, in the order of the table."""
    return tuple(_verb(step) for step in STEPS)


def action_of(step: Step) -> Any:
    """The action that takes a step; LookupError where nobody wrote one."""
    name = step.key.replace("-", "_")
    for part in MODULES:
        module = import_module(f"rectification.actions.{part}")
        for one in (name, f"{name}_"):
            if hasattr(module, one):
                return getattr(module, one)
    raise LookupError(f"no action for the step {step.key}")


def _verb(step: Step) -> Verb:
    return Verb(
        step.key, step.label, step.label_en, act=_taken(step), asks=ASKS[step.key],
        may=may_take(step), danger=step.danger,
        offered=lambda _user, row: allowed(step, row.status),
    )  # fmt: skip


def _taken(step: Step) -> Any:
    def act(row: RectificationCase, *, by: Any, **asked: Any) -> Any:
        refuse_future(asked.get("on"))
        return action_of(step)(row, by=by, **asked)

    return act


def refuse_future(on: Any) -> None:
    """Nothing is put on record before it happened. Raises `case_step_future`."""
    if on and on > clock.today():
        words = _("日期不能晚于今天。")
        raise DomainError("case_step_future", words, _("请核对日期。"), on=words)
