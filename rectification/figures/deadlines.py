"""By when a case's next step is due, and who owes it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.models import RectificationCase
from rectification.states import Actor, CaseStatus, Step, offered
from villages import parameters, workdays
from villages.common.workdays import Adjusted, add_workdays, workdays_between

S = CaseStatus
# What brings a case on from each state, where several steps are open.
FORWARD: dict[CaseStatus, str] = {
    S.SCREENING: "propose", S.PROPOSED: "start-review", S.JOINT_REVIEW: "confirm",
    S.CONFIRMED: "start-plan", S.PLANNING: "submit-plan", S.PLAN_REVIEW: "approve-plan",
    S.IN_PROGRESS: "check", S.TOWNSHIP_CHECK: "apply",
    S.ACCEPTANCE_APPLIED: "begin-acceptance", S.COUNTY_ACCEPTANCE: "pass",
    S.CITY_SPOT_CHECK: "close", S.CLOSED: "follow", S.FOLLOW_UP: "consolidate",
}  # fmt: skip
# The plan is due from the confirming on, whenever somebody begins to write it.
_PLAN_STATES = (S.CONFIRMED, S.PLANNING)
_PLAN_DAYS = "rectification.plan_days"


@dataclass(frozen=True)
class NextStep:
    """The step that brings a case on: who takes it, by when, and how many working days are left.

    `left` is negative once it is late; both are None where nothing fixes a day.
    """

    step: Step
    due_on: date | None
    left: int | None

    @property
    def is_late(self) -> bool:
        """Whether the day is over."""
        return self.left is not None and self.left < 0

    @property
    def late_by(self) -> int:
        """How many working days late it is; 0 while it is not."""
        return max(0, -(self.left or 0))

    @property
    def who(self) -> Any:
        """Who takes it, in words."""
        return Actor(self.step.actor).label


def next_step(
    case: RectificationCase, on: date, calendar: Adjusted | None = None
) -> NextStep | None:
    """What has to happen next; None where nothing has. No query with a calendar at hand."""
    days = workdays.adjusted() if calendar is None else calendar
    step = _forward(case)
    if step is None:
        return None
    due = due_on(case, step, on, days)
    return NextStep(step, due, workdays_between(on, due, days) if due else None)


def due_on(case: RectificationCase, step: Step, on: date, calendar: Adjusted) -> date | None:
    """The day by which a step should be taken: so many working days after the state was reached.

    Work itself is due on the case's deadline; a plan counts from the confirming, and anew after
    it was returned.
    """
    if case.status == S.IN_PROGRESS:
        return case.deadline
    key, since = step.limit, case.status_since
    if case.status in _PLAN_STATES:
        key = _PLAN_DAYS
        since = since if case.return_count else case.confirmed_on or since
    if not key:
        return None
    days = int(parameters.value(key, on=on, county=case.county_code))
    return add_workdays(since, days, calendar)


def _forward(case: RectificationCase) -> Step | None:
    """The step forward; after a passed acceptance that is the closing."""
    key = FORWARD.get(CaseStatus(case.status))
    if case.status == S.COUNTY_ACCEPTANCE and case.accepted_on:
        key = "close"
    return next((one for one in offered(case.status) if one.key == key), None)
