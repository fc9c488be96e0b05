"""Random walks of orders with two units: no constraint breaks, the events tell every state."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, ClassVar

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from rectification.supervision.actions.climbing import draft_next
from rectification.supervision.actions.extending import ask_time, grant, refuse
from rectification.supervision.models import (
    OrderEvent,
    OrderExtension,
    OrderReply,
    OrderSeries,
    OrderUnit,
    SupervisionOrder,
)
from rectification.supervision.states import (
    DONE,
    ORDER_STEPS,
    SENT,
    STEPS,
    UNIT_STEPS,
    OrderStatus,
    Step,
    allowed,
)
from tests.rectification.supervision.actions.test_matrix import ACTS, EVERYBODY, TAKERS
from tests.rectification.supervision.situations import EAST, TODAY, WILLOW, Cast, at, draft, issued
from villages.common.errors import DomainError
from villages.db.evaluating import broken

pytestmark = pytest.mark.django_db
# Most things are put on record on the day itself.
DAYS = st.just(TODAY) | st.dates(date(2026, 10, 12), TODAY)
WHO = st.sampled_from(EVERYBODY)
WHICH = st.integers(0, 3)
OUT = (OrderStatus.ISSUED, OrderStatus.CLOSED)


class Walk(RuleBasedStateMachine):
    """Orders that people push about; each refusal leaves everything as it was."""

    cast: ClassVar[Cast]

    def __init__(self) -> None:
        super().__init__()
        self.held = transaction.atomic()
        self.held.__enter__()

    def teardown(self) -> None:
        """Nothing of a walk stays."""
        transaction.set_rollback(True)
        self.held.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        """One order to two townships that is out and overdue."""
        issued(self.cast, townships=(EAST, WILLOW), due_on=date(2026, 10, 23))

    @rule()
    def another(self) -> None:
        """A second and a third one, so that numbers have something to run through."""
        if SupervisionOrder.objects.count() < 3:
            draft(self.cast, townships=(EAST, WILLOW))

    @rule(step=st.sampled_from(STEPS), who=WHO, which=WHICH, on=DAYS)
    def try_step(self, step: Step, who: str, which: int, on: date) -> None:
        """Any step by anybody on any day: taken as the table says, or refused in words."""
        rows = OrderUnit.objects if step in UNIT_STEPS else SupervisionOrder.objects
        found = list(rows.order_by("pk"))
        before = found[which % len(found)]
        if self.tried(*self.act(step, before, who, on)):
            assert allowed(step, before.status)
            assert rows.get(pk=before.pk).status == step.target

    @rule(data=st.data(), times=st.integers(1, 6))
    def go_on(self, data: st.DataObject, times: int) -> None:
        """Steps that the table offers, by who may take them, so that walks come far."""
        for _turn in range(times):
            ways = [(step, row) for step, row in self.open_ways() if not step.danger]
            if ways:
                step, row = data.draw(st.sampled_from(ways))
                who = data.draw(st.sampled_from(sorted(TAKERS[step.key])))
                self.tried(*self.act(step, row, self.own(who, row), TODAY))

    @rule(which=WHICH, on=DAYS, later=st.integers(0, 40), who=st.sampled_from(["clerk", "leader"]))
    def ask(self, which: int, on: date, later: int, who: str) -> None:
        """Somebody asks for time."""
        parts = list(OrderUnit.objects.order_by("pk"))
        part = parts[which % len(parts)]
        said = {"on": on, "new_due_on": TODAY + timedelta(days=later), "reason": "下雨"}
        self.tried(ask_time, part, {"by": getattr(self.cast, self.own(who, part)), **said})

    @rule(yes=st.booleans(), on=DAYS, who=st.sampled_from(["author", "checker", "clerk"]))
    def answer(self, yes: bool, on: date, who: str) -> None:
        """Somebody answers a request."""
        row = OrderExtension.objects.order_by("-pk").first()
        if row is not None:
            said = {"by": getattr(self.cast, who), "on": on, "text": "看过"}
            self.tried(grant if yes else refuse, row, said)

    @rule(which=WHICH)
    def climb(self, which: int) -> None:
        """The next rung is drafted where it may be."""
        parts = list(OrderUnit.objects.order_by("pk"))
        part = parts[which % len(parts)]
        self.tried(draft_next, part, {"by": self.cast.author, "on": TODAY})

    @invariant()
    def no_constraint_is_broken(self) -> None:
        """What the database would refuse never stands there."""
        for model in (SupervisionOrder, OrderUnit, OrderReply, OrderExtension):
            for row in model.objects.all():
                assert list(broken(row)) == []

    @invariant()
    def numbers_have_no_gaps(self) -> None:
        """What is out is numbered from one on, and nothing else is."""
        sent = SupervisionOrder.objects.filter(kind="supervise", status__in=SENT)
        numbers = sorted(sent.values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert sum(OrderSeries.objects.values_list("last", flat=True)) == (
            SupervisionOrder.objects.exclude(number=None).count()
        )

    @invariant()
    def an_order_is_closed_when_all_its_parts_are_done(self) -> None:
        """And only then."""
        for order in SupervisionOrder.objects.filter(status__in=OUT):
            states = set(order.units.values_list("status", flat=True))
            assert (order.status == OrderStatus.CLOSED) is (states <= set(DONE))

    @invariant()
    def events_chain_to_the_state(self) -> None:
        """Each event begins where the one before ended, the last one says the state."""
        for row, events in self.told():
            for earlier, later in pairwise(events):
                assert later.from_status == earlier.to_status
                assert later.on >= earlier.on
            assert (events[-1].to_status if events else "prepared") == row.status

    @invariant()
    def replies_and_time_agree_with_the_part(self) -> None:
        """A reply waits exactly while its part does; granted requests are counted."""
        for part in OrderUnit.objects.all():
            waiting = part.orderreplys.filter(answer="waiting").count()
            if part.status != "revoked":
                assert waiting == int(part.status == "replied")
            assert part.return_count == part.orderreplys.filter(answer="returned").count()
            granted = part.orderextensions.filter(answer="granted")
            assert part.extension_count == granted.count()

    def tried(self, act: Any, row: Any, said: dict[str, Any]) -> bool:
        """Whether it was done; what is refused says so and changes nothing."""
        before = self.everything()
        try:
            with transaction.atomic():
                act(row, **said)
        except DomainError as error:
            assert error.message
            assert self.everything() == before
            return False
        return True

    def act(self, step: Step, row: Any, who: str, on: date) -> tuple[Any, Any, dict[str, Any]]:
        """The action of a step with what it is told."""
        act, said = ACTS[step.key]
        moment = {"at": at(on)} if step.key == "issue" else {}
        return act, row, {**said, **moment, "by": getattr(self.cast, who), "on": on}

    def own(self, who: str, row: Any) -> str:
        """For the second township its own secretary answers."""
        is_far = isinstance(row, OrderUnit) and row.unit_code == WILLOW
        return "stranger" if is_far and who in TAKERS["receive"] else who

    def open_ways(self) -> Iterator[tuple[Step, Any]]:
        """Steps that some order or part may take."""
        for rows, steps in ((SupervisionOrder, ORDER_STEPS), (OrderUnit, UNIT_STEPS)):
            for row in rows.objects.order_by("pk"):
                yield from ((step, row) for step in steps if allowed(step, row.status))

    def told(self) -> Iterator[tuple[Any, list[OrderEvent]]]:
        """Orders and parts with their events."""
        for order in SupervisionOrder.objects.all():
            yield order, list(order.events.filter(unit=None).order_by("id"))
        for part in OrderUnit.objects.all():
            yield part, list(part.events.order_by("id"))

    def everything(self) -> list[Any]:
        """Versions of all rows and the number of events."""
        orders = SupervisionOrder.objects.order_by("pk").values_list("pk", "version", "status")
        parts = OrderUnit.objects.order_by("pk").values_list("pk", "version", "status")
        asked = OrderExtension.objects.order_by("pk").values_list("pk", "version")
        return [*orders, *parts, *asked, OrderReply.objects.count(), OrderEvent.objects.count()]


def test_random_walks_keep_every_rule(cast: Cast) -> None:
    Walk.cast = cast

    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=12, stateful_step_count=25, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
