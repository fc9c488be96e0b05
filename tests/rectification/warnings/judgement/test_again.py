"""A month judged again later, when its events have gone on: it changes nothing of what is told."""

from datetime import date
from typing import Any

import pytest

from rectification.warnings.models import Alert, WarningDecision
from rectification.warnings.states import AlertStatus
from tests.rectification.warnings.worlds import World
from villages.common.periods import Month

VILLAGE = "999901001200"
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
# How an event of September went on.
LATER: dict[str, dict[str, Any]] = {
    "lowered": {
        "status": AlertStatus.LOWERED, "ended_from": 202611, "ended_on": date(2026, 11, 3),
    },
    "observed": {
        "status": AlertStatus.OBSERVING, "observed_from": 202611,
        "observation_until": date(2026, 12, 3),
    },
    "signed": {"status": AlertStatus.ACKNOWLEDGED},
}  # fmt: skip


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_an_event_that_went_on_is_not_raised_a_second_time(
    world: World, later: dict[str, Any]
) -> None:
    world.on(date(2026, 11, 3))
    world.say(VILLAGE, W01="red")
    world.judge(SEPTEMBER)
    Alert.objects.update(**later)
    before = list(Alert.objects.values()), WarningDecision.objects.count()

    assert world.judge(SEPTEMBER) == 0

    assert (list(Alert.objects.values()), WarningDecision.objects.count()) == before


def test_an_earlier_month_that_turns_out_bad_keeps_the_event_of_today(world: World) -> None:
    world.on(date(2026, 11, 3))
    world.judge(SEPTEMBER)
    world.say(VILLAGE, W01="red")
    world.judge(OCTOBER)

    assert world.judge(SEPTEMBER) == 1

    assert [one.raised_month for one in Alert.objects.all()] == [OCTOBER.number]
