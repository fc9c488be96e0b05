"""What an evaluation does to events: raises, worsens, finds good, withdraws, ends."""

from datetime import date
from typing import Any

import pytest

from rectification.warnings.models import Alert, WarningDecision
from rectification.warnings.states import AlertStatus
from tests.rectification.warnings.worlds import COUNTY, World, colour_of, receipt_of
from villages.common.periods import Month
from villages.imports.models import FilingMonth
from villages.trace.models import AuditEntry

VILLAGE = "999901001200"
SEPTEMBER, OCTOBER, NOVEMBER = (Month(2026, month) for month in (9, 10, 11))


@pytest.fixture
def autumn(world: World) -> World:
    """It is the second of October; September is judged."""
    world.on(date(2026, 10, 2))
    return world


def _only(**lookup: Any) -> Alert:
    row: Alert = Alert.objects.get(**lookup)
    return row


def _kinds() -> list[str]:
    return list(WarningDecision.objects.order_by("pk").values_list("kind", flat=True))


def test_red_and_yellow_raise_an_event_each_and_nobody_else(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red", W21="yellow")

    autumn.judge(SEPTEMBER)

    rows = Alert.objects.order_by("rule").values_list("rule", "level", "status", "red_from")
    assert list(rows) == [
        ("W01", "red", "open", 202609), ("W21", "yellow", "open", None),
    ]  # fmt: skip
    assert _kinds() == ["raised", "raised"]
    one = _only(rule="W01")
    assert (one.public_at - one.raised_at).total_seconds() == 24 * 3600


def test_a_second_run_writes_nothing(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red", W21="yellow")
    autumn.judge(SEPTEMBER)
    before = (list(Alert.objects.values()), AuditEntry.objects.count(), len(_kinds()))

    assert autumn.judge(SEPTEMBER) == 0

    assert (list(Alert.objects.values()), AuditEntry.objects.count(), len(_kinds())) == before


def test_data_corrected_before_closing_withdraw_the_event_whoever_touched_it(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red", W21="yellow")
    autumn.judge(SEPTEMBER)
    Alert.objects.filter(rule="W21").update(status=AlertStatus.ACKNOWLEDGED)
    autumn.say(VILLAGE)

    autumn.judge(SEPTEMBER)

    assert _only(rule="W01").status == AlertStatus.WITHDRAWN
    assert _only(rule="W21").status == AlertStatus.WITHDRAWN
    assert colour_of(VILLAGE, SEPTEMBER) == "green"


def test_what_was_found_before_closing_alone_is_withdrawn_when_judged_for_good(
    autumn: World,
) -> None:
    autumn.say(VILLAGE, W01="red")
    autumn.judge(SEPTEMBER)
    _close()
    autumn.say(VILLAGE)

    autumn.judge(SEPTEMBER)

    assert _only().status == AlertStatus.WITHDRAWN


def _close() -> None:
    FilingMonth.objects.create(
        county_code=COUNTY, month=SEPTEMBER.number, due_on=date(2026, 9, 28),
        closed_at="2026-10-02T09:00:00+08:00",
    )  # fmt: skip


def test_once_judged_for_good_nothing_is_withdrawn(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red")
    _close()
    autumn.judge(SEPTEMBER)
    autumn.say(VILLAGE)

    autumn.judge(SEPTEMBER)

    assert _only().status == AlertStatus.OPEN


def test_data_that_turn_good_leave_the_event_and_the_colour_until_a_person_comes(
    autumn: World,
) -> None:
    autumn.say(VILLAGE, W01="red")
    autumn.judge(SEPTEMBER)
    autumn.on(date(2026, 11, 2))
    autumn.say(VILLAGE)

    autumn.judge(OCTOBER)

    assert colour_of(VILLAGE, OCTOBER) == "red"
    assert receipt_of(VILLAGE, OCTOBER)["W01"]["evidence"] == {"why": "held"}
    assert (_only().good_from, _only().status) == (OCTOBER.number, "open")
    assert _kinds()[-1] == "turned-good"


def test_data_that_turn_bad_again_take_the_good_word_back(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red")
    autumn.judge(SEPTEMBER)
    autumn.on(date(2026, 11, 2))
    autumn.say(VILLAGE)
    autumn.judge(OCTOBER)
    autumn.say(VILLAGE, W01="yellow")

    autumn.judge(OCTOBER)

    assert (_only().good_from, _only().found_in, _only().level) == (None, OCTOBER.number, "red")
    assert colour_of(VILLAGE, OCTOBER) == "red"


def test_yellow_worsens_to_red_and_back_while_the_month_is_open(autumn: World) -> None:
    autumn.say(VILLAGE, W01="yellow")
    autumn.judge(SEPTEMBER)
    autumn.say(VILLAGE, W01="red")
    autumn.judge(SEPTEMBER)
    worse = _only()
    autumn.say(VILLAGE, W01="yellow")

    autumn.judge(SEPTEMBER)

    assert (worse.level, worse.red_from) == ("red", SEPTEMBER.number)
    assert (_only().level, _only().red_from) == ("yellow", None)
    assert _kinds() == ["raised", "worsened"]


def test_yellow_that_lasts_makes_its_event_red(autumn: World) -> None:
    autumn.say(VILLAGE, W01="yellow")
    autumn.judge(SEPTEMBER)
    autumn.on(date(2026, 11, 2))

    autumn.judge(OCTOBER)

    assert colour_of(VILLAGE, OCTOBER) == "red"
    assert receipt_of(VILLAGE, OCTOBER)["C2"]["evidence"] == {
        "months": 2, "limit": 2, "rules": "W01",
    }  # fmt: skip
    assert (_only().level, _only().red_from) == ("red", OCTOBER.number)
    assert autumn.judge(OCTOBER) == 0


def _observed(world: World, until: date) -> None:
    Alert.objects.update(
        status=AlertStatus.OBSERVING, observed_from=OCTOBER.number, observation_until=until
    )
    world.on(date(2026, 11, 2))


def test_observation_passes_into_green(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red")
    autumn.judge(SEPTEMBER)
    _observed(autumn, date(2026, 11, 20))
    autumn.say(VILLAGE)
    autumn.judge(OCTOBER)
    autumn.on(date(2026, 12, 2))

    autumn.judge(NOVEMBER)

    assert [colour_of(VILLAGE, one) for one in (SEPTEMBER, OCTOBER, NOVEMBER)] == [
        "red", "yellow", "green",
    ]  # fmt: skip
    assert (_only().status, _only().ended_from) == ("lowered", NOVEMBER.number)
    assert _kinds()[-1] == "observed"


def test_a_relapse_in_observation_ends_it_and_raises_a_new_event(autumn: World) -> None:
    autumn.say(VILLAGE, W01="red")
    autumn.judge(SEPTEMBER)
    _observed(autumn, date(2026, 12, 2))

    autumn.judge(OCTOBER)

    old, new = Alert.objects.order_by("pk")
    assert (old.status, old.ended_from) == ("lowered", NOVEMBER.number)
    assert (new.parent_id, new.level, new.raised_month) == (old.pk, "red", OCTOBER.number)
    assert colour_of(VILLAGE, OCTOBER) == "red"
    assert autumn.judge(OCTOBER) == 0
