"""The steps of inspections and findings as verbs of their ledgers, from the table."""

from typing import Any

from rectification.supervision.actions import finding_ends, findings, inspecting
from rectification.supervision.inspection_perms import may_keep_inspections
from rectification.supervision.inspection_states import (
    DISMISS,
    FINDING_STEPS,
    HAND_OVER,
    INSPECTION_STEPS,
    MEND,
)
from rectification.supervision.ledgers.inspection_asks import (
    EFFECTS,
    FINDING_ASKS,
    INSPECTION_ASKS,
)
from rectification.supervision.states import Step, allowed
from villages.ledgers.declaring import Ask, Verb

# Steps that say the same of several findings: where they went, what became of them.
MANY = (HAND_OVER, MEND, DISMISS)


def inspection_verbs() -> tuple[Verb, ...]:
    """The steps of an inspection, in the order of the table."""
    return tuple(_verb(step, INSPECTION_ASKS[step.key], inspecting) for step in INSPECTION_STEPS)


def finding_verbs() -> tuple[Verb, ...]:
    """The steps of a finding, in the order of the table."""
    return tuple(
        _verb(step, FINDING_ASKS[step.key], findings, finding_ends) for step in FINDING_STEPS
    )


def action_of(step: Step, *modules: Any) -> Any:
    """The action that takes a step: the function of its name in one of these modules."""
    name = step.key.replace("-", "_")
    return next(getattr(one, name) for one in modules if hasattr(one, name))


def _verb(step: Step, asks: tuple[Ask, ...], *modules: Any) -> Verb:
    action = action_of(step, *modules)

    def act(row: Any, *, by: Any, **asked: Any) -> Any:
        said = {name: value for name, value in asked.items() if value is not None}
        return action(row, by=by, **said)

    return Verb(
        step.key, step.label, step.label_en, act=act, asks=asks, may=may_keep_inspections,
        danger=step.danger, explains=EFFECTS.get(step.key, ""),
        offered=lambda _user, row: allowed(step, row.status), many=step in MANY,
    )  # fmt: skip
