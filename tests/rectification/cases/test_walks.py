"""Random walks through the table: no constraint breaks, and the events tell the state."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rectification.ledgers.steps import action_of
from rectification.models import RectificationCase, TaskItem
from rectification.states import STEPS, Step, allowed
from tests.rectification.cases.taking import TOLD, ready_for
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.db.evaluating import broken
from villages.models import Village

pytestmark = pytest.mark.django_db
DAYS = st.dates(date(2026, 1, 1), date(2026, 11, 3))


class Walk(RuleBasedStateMachine):
    """One case that people push about; each refusal leaves it as it was."""

    by: Any = None
    village: Any = None

    def __init__(self) -> None:
        super().__init__()
        self.held = transaction.atomic()
        self.held.__enter__()
        self.case = ready_for(STEPS[0], self.village, STEPS[0].sources[0])
        self.first = self.case.status

    def teardown(self) -> None:
        """Nothing of a walk stays."""
        transaction.set_rollback(True)
        self.held.__exit__(None, None, None)

    @rule(step=st.sampled_from(STEPS), on=DAYS)
    def try_step(self, step: Step, on: date) -> None:
        """Any step on any day: taken as the table says, or refused in words."""
        before = self.now()
        try:
            with transaction.atomic():
                action_of(step)(before, by=self.by, on=on, **TOLD[step.key])
        except DomainError as error:
            assert str(error)
            assert self.now().version == before.version
            return
        assert allowed(step, before.status)
        assert self.now().status == (step.target or before.status)

    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """A step that the table offers, so that walks come far."""
        offered = [one for one in STEPS if allowed(one, self.now().status)]
        if offered:
            self.try_step(data.draw(st.sampled_from(offered)), date(2026, 11, 3))

    @rule(text=st.sampled_from(["没有人选。", ""]))
    def write_plan(self, text: str) -> None:
        """The plan is written, or is not."""
        case = self.now()
        if case.status == "planning":
            case.diagnosis, case.goal, case.deadline = text, text, date(2027, 1, 31)
            case.save()

    @rule(progress=st.sampled_from([50, 100]))
    def work(self, progress: int) -> None:
        """Tasks go on and fall back."""
        done = date(2026, 8, 20) if progress == 100 else None
        TaskItem.objects.filter(case=self.case).update(progress=progress, done_on=done)

    @invariant()
    def no_constraint_is_broken(self) -> None:
        """What the database would refuse never stands there."""
        assert list(broken(self.now())) == []

    @invariant()
    def events_chain_to_the_state(self) -> None:
        """Each event begins where the one before ended, and the last one says the state."""
        events = list(self.case.events.order_by("id"))
        for earlier, later in pairwise(events):
            assert later.from_status == earlier.to_status
            assert later.on >= earlier.on
        assert events[-1].to_status == self.now().status

    def now(self) -> RectificationCase:
        """The case as it stands."""
        return RectificationCase.objects.get(pk=self.case.pk)


def test_random_walks_keep_every_rule(people: Any) -> None:
    Walk.by = people[Role.COUNTY_STAFF]
    Walk.village = Village.objects.select_related("township").get(code="999901001200")

    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=25, stateful_step_count=30, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
