"""Months go by, data turn and people decide, in any order: what always holds."""

from datetime import date
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rectification.warnings.actions.false_alarms import ask_false_alarm
from rectification.warnings.actions.stepping import take_step
from rectification.warnings.judging import judge_county
from rectification.warnings.models import Alert, VillageWarning
from rectification.warnings.states import BY_KEY, OWING, AlertStatus
from tests.rectification.warnings.worlds import CODES, COUNTY, World, colour_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.models import FilingMonth

VILLAGE = "999901001200"
FIRST = Month(2026, 1)
LEVELS = st.sampled_from(["green", "green", "yellow", "red"])
DATA = st.fixed_dictionaries(dict.fromkeys(CODES, LEVELS))
DEEDS = st.sampled_from(["nothing", "mend", "mend", "false-alarm"])
MONTHS = st.lists(st.tuples(DATA, DEEDS), min_size=2, max_size=6)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(months=MONTHS)
def test_red_never_leaps_to_green_and_no_judged_month_ever_changes(
    people: dict[str, Any], world: World, months: list[Any]
) -> None:
    try:
        with transaction.atomic():
            walk = Walk(people, world)
            walk.through(months)
            walk.require_no_leap(months)
            walk.require_same_again()
            raise UndoneError
    except UndoneError:
        world.colours = {}


class UndoneError(Exception):
    """An example is over: the next begins anew."""


class Walk:
    """One village, month after month; each is judged, decided about, closed, judged for good."""

    def __init__(self, people: dict[str, Any], world: World) -> None:
        self.people, self.world = people, world
        self.false: set[int] = set()
        self.kept: dict[int, Any] = {}

    def through(self, months: list[Any]) -> None:
        """All months of an example."""
        for month, (data, deed) in zip(self._months(len(months)), months, strict=True):
            self._live(month, data, deed)
            self._close(month)
            assert self.world.judge(month) == 0

    def require_no_leap(self, months: list[Any]) -> None:
        """Red is followed by green only where somebody found a false alarm."""
        for month in self._months(len(months))[1:]:
            before, now = colour_of(VILLAGE, month.previous()), colour_of(VILLAGE, month)
            if before == "red" and now == "green":
                assert month.number in self.false

    def require_same_again(self) -> None:
        """Every month that was judged for good is judged the same by what is known now."""
        for row in VillageWarning.objects.filter(village__code=VILLAGE):
            self.world.colours = self.kept[row.month]
            again = judge_county(COUNTY, Month.from_number(row.month)).villages
            mine = next(one for one in again if one.code == VILLAGE)
            assert (mine.colour, mine.digest) == (row.colour, row.digest), row.month

    def _months(self, count: int) -> list[Month]:
        return list(FIRST.until(FIRST.shift(count - 1)))

    def _live(self, month: Month, data: dict[str, str], deed: str) -> None:
        """The month is judged on its fifth day after the end, then somebody does something."""
        self.world.on(month.next().start.replace(day=2))
        self.world.say(VILLAGE, **data)
        self.kept[month.number] = {VILLAGE: dict(data)}
        self.world.judge(month)
        for alert in Alert.objects.live().order_by("pk"):
            self._do(alert, deed, month.next().start.replace(day=3), month)
        assert self.world.judge(month) == 0, "a decision left something for the evaluation"

    def _do(self, alert: Alert, deed: str, on: date, month: Month) -> None:
        clerk, secretary = self.people[Role.TOWNSHIP_CLERK], self.people[Role.TOWNSHIP_SECRETARY]
        staff, minister = self.people[Role.COUNTY_STAFF], self.people[Role.COUNTY_MINISTER]
        if deed == "false-alarm":
            ask_false_alarm(by=staff, alert=alert, reason="误报", on=on)
            self._step(alert, "false-alarm", minister, on)
            self.false.add(month.number)
        elif deed == "mend" and alert.status in OWING:
            self._step(alert, "plan", clerk, on)
            self._step(alert, "submit", clerk, on)
            self._step(alert, "verify-yellow", secretary, on)
            self._step(alert, "verify-red", secretary, on)
            self._step(alert, "lower", staff, on)
        elif deed == "mend" and alert.status == AlertStatus.SUBMITTED:
            self._step(alert, "verify-yellow", secretary, on)
        elif deed == "mend" and alert.status == AlertStatus.TOWNSHIP_VERIFIED:
            self._step(alert, "lower", staff, on)

    def _step(self, alert: Alert, key: str, by: Any, on: date) -> None:
        try:
            take_step(by=by, alert=alert, step=BY_KEY[key], on=on, said={"text": "情况"})
        except DomainError:
            return

    def _close(self, month: Month) -> None:
        self.world.on(month.next().start.replace(day=6))
        FilingMonth.objects.create(
            county_code=COUNTY, month=month.number, due_on=month.end,
            closed_at=f"{month.next().start.replace(day=6)}T09:00:00+08:00",
        )  # fmt: skip
        self.world.judge(month)
