"""Which step a filing may take from where: one table for pages, API, help and tests."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.filings.choices import FilingState as State


@dataclass(frozen=True)
class Step:
    """One transition: from which states, to which, and who takes it."""

    key: str
    label: Any
    sources: frozenset[State]
    target: State
    by_county: bool


SUBMIT = Step("submit", _("提交"), frozenset({State.DRAFT, State.RETURNED}), State.SUBMITTED, False)
WITHDRAW = Step("withdraw", _("撤回"), frozenset({State.SUBMITTED}), State.DRAFT, False)
ACCEPT = Step("accept", _("通过"), frozenset({State.SUBMITTED}), State.ACCEPTED, True)
# An acceptance given by mistake is taken back by returning, until the month is closed.
RETURN = Step(
    "return", _("退回"), frozenset({State.SUBMITTED, State.ACCEPTED}), State.RETURNED, True
)
STEPS = (SUBMIT, WITHDRAW, ACCEPT, RETURN)


def allowed(step: Step, state: str) -> bool:
    """Whether the step may be taken from this state."""
    return state in step.sources
