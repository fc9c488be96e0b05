"""Every step in every state, by every role, at both levels; and what the steps leave behind."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction

from rectification.warnings.actions.false_alarms import ask_false_alarm, refuse_false_alarm
from rectification.warnings.actions.stepping import take_step
from rectification.warnings.choices import Level
from rectification.warnings.models import Alert, VillageWarning, WarningDecision
from rectification.warnings.states import BY_KEY, ENDED, AlertStatus
from tests.factories import UserFactory
from tests.rectification.warnings.events.situations import (
    FAR,
    FOUND,
    GOOD,
    HERE,
    NOVEMBER,
    OCTOBER,
    TODAY,
    UNKNOWN,
    closed,
    event,
    judged,
)
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

TOWNSHIP = {Role.TOWNSHIP_CLERK, Role.TOWNSHIP_SECRETARY, Role.API_CLIENT}
COUNTY = {Role.COUNTY_STAFF, Role.COUNTY_MINISTER}
SECRETARY = {Role.TOWNSHIP_SECRETARY}
BOTH = {Level.RED, Level.YELLOW}
S = AlertStatus
# By hand: who may, from where, at which level, to where. The code has its own table.
WAYS: dict[str, list[tuple[set[Any], set[Any], set[Any], Any]]] = {
    "acknowledge": [(TOWNSHIP, {S.OPEN}, BOTH, S.ACKNOWLEDGED)],
    "plan": [(TOWNSHIP, {S.OPEN, S.ACKNOWLEDGED}, BOTH, S.RECTIFYING)],
    "submit": [(TOWNSHIP, {S.ACKNOWLEDGED, S.RECTIFYING}, BOTH, S.SUBMITTED)],
    "verify-yellow": [(SECRETARY, {S.SUBMITTED}, {Level.YELLOW}, S.LOWERED)],
    "verify-red": [(SECRETARY, {S.SUBMITTED}, {Level.RED}, S.TOWNSHIP_VERIFIED)],
    "lower": [(COUNTY, {S.TOWNSHIP_VERIFIED}, {Level.RED}, S.OBSERVING)],
    "reject": [
        (SECRETARY, {S.SUBMITTED}, BOTH, S.RECTIFYING),
        (COUNTY, {S.TOWNSHIP_VERIFIED}, BOTH, S.RECTIFYING),
    ],
    "false-alarm": [
        (COUNTY, {one for one in AlertStatus if one not in ENDED}, BOTH, S.FALSE_ALARM)
    ],
    "observed": [],
    "withdraw": [],
}


# Where it is over nobody asked for a false alarm any more.
REFUSED = {"alert_side", "alert_step", "alert_not_asked"}


class UndoneError(Exception):
    """Thrown away: the next case begins anew."""


def _expected(step: str, role: str, status: str, level: str) -> str:
    for roles, statuses, levels, target in WAYS[step]:
        if role in roles and status in statuses and level in levels:
            return str(target)
    return ""


def _tried(step: str, user: Any, status: str, level: str, asker: Any) -> str:
    """The state afterwards, "" where the step was refused."""
    told = ""
    try:
        with transaction.atomic():
            asked = {"asked_false_by": asker, "asked_false_reason": "数据错了"}
            given = asked if step == "false-alarm" and status not in ENDED else {}
            alert = event(status, level, **given)
            try:
                row = take_step(
                    by=user, alert=alert, step=BY_KEY[step], on=TODAY, said={"text": "情况"}
                )
                told = str(row.status)
            except DomainError as error:
                assert error.message and error.code in REFUSED
            raise UndoneError
    except UndoneError:
        return told


@pytest.mark.parametrize("step", sorted(WAYS))
def test_a_step_is_taken_where_the_table_says_so_and_nowhere_else(
    people: dict[str, Any], step: str
) -> None:
    judged(GOOD)
    asker = UserFactory(username="asker", role=Role.COUNTY_STAFF, home_code="999901")
    wrong = []
    for status in AlertStatus:
        for level in Level:
            for role, user in people.items():
                found = _tried(step, user, status, level, asker)
                if found != _expected(step, role, status, level):
                    wrong.append((status, level, role, found))
    assert not wrong


@pytest.mark.parametrize(("step", "status", "level"), [
    ("verify-yellow", S.SUBMITTED, Level.YELLOW), ("lower", S.TOWNSHIP_VERIFIED, Level.RED),
])  # fmt: skip
@pytest.mark.parametrize(("reason", "words"), [
    (FOUND, "仍显示这个问题"), (UNKNOWN, "缺少"), (None, "还没有重新评估"),
])  # fmt: skip
def test_a_colour_is_lowered_only_after_the_data_turned_good(
    people: dict[str, Any], step: str, status: str, level: str, reason: Any, words: str
) -> None:
    if reason:
        judged(reason)
    alert = event(status, level)
    by = people[Role.TOWNSHIP_SECRETARY if level == Level.YELLOW else Role.COUNTY_STAFF]

    with pytest.raises(DomainError) as refused:
        take_step(by=by, alert=alert, step=BY_KEY[step], on=TODAY)

    assert refused.value.code == "alert_not_good"
    assert words in str(refused.value.message)
    assert refused.value.hint


def test_a_good_word_from_before_the_event_was_found_again_does_not_count(
    people: dict[str, Any],
) -> None:
    judged(GOOD)
    alert = event(S.SUBMITTED, found_in=NOVEMBER.number)

    with pytest.raises(DomainError, match="重新评估"):
        take_step(
            by=people[Role.TOWNSHIP_SECRETARY], alert=alert, step=BY_KEY["verify-yellow"], on=TODAY
        )


def test_lowering_red_begins_an_observation_from_the_open_month(people: dict[str, Any]) -> None:
    judged({**GOOD, "level": "red"}, colour="red")
    alert = event(S.TOWNSHIP_VERIFIED, Level.RED)

    row = take_step(by=people[Role.COUNTY_STAFF], alert=alert, step=BY_KEY["lower"], on=TODAY)

    assert (row.observed_from, row.observation_until) == (OCTOBER.number, date(2026, 12, 3))
    assert row.ended_from is None
    now = VillageWarning.objects.get(village=alert.village)
    assert (now.colour, now.mark) == ("yellow", "observation")


def test_a_closed_month_keeps_its_colour_and_the_decision_counts_from_the_next(
    people: dict[str, Any],
) -> None:
    judged(GOOD)
    closed(OCTOBER)
    alert = event(S.SUBMITTED)

    row = take_step(
        by=people[Role.TOWNSHIP_SECRETARY], alert=alert, step=BY_KEY["verify-yellow"], on=TODAY
    )

    assert row.ended_from == NOVEMBER.number
    stored = VillageWarning.objects.get(village=alert.village)
    assert (stored.colour, stored.digest) == ("yellow", "0" * 64)


def test_each_step_is_told_and_traced(people: dict[str, Any]) -> None:
    alert = event()

    take_step(
        by=people[Role.TOWNSHIP_CLERK], alert=alert, step=BY_KEY["plan"], on=TODAY,
        said={"text": "十一月底前配齐", "planned_on": date(2026, 11, 30)},
    )  # fmt: skip

    told = WarningDecision.objects.get(alert=alert)
    assert (told.kind, told.from_status, told.to_status) == ("plan", "open", "rectifying")
    assert told.text == "十一月底前配齐"
    row = Alert.objects.get(pk=alert.pk)
    assert (row.plan, row.planned_on) == ("十一月底前配齐", date(2026, 11, 30))
    assert (row.acknowledged_on, row.stated_on) == (TODAY, TODAY)
    assert AuditEntry.objects.filter(action="alert.plan", village_code=HERE).count() == 1


@pytest.mark.parametrize("step", ["plan", "reject"])
def test_steps_that_need_words_say_so(people: dict[str, Any], step: str) -> None:
    alert = event(S.OPEN if step == "plan" else S.SUBMITTED)

    with pytest.raises(DomainError) as refused:
        take_step(
            by=people[Role.TOWNSHIP_SECRETARY], alert=alert, step=BY_KEY[step], on=TODAY,
            said={"text": "  "},
        )  # fmt: skip

    assert refused.value.code == "alert_text"


def test_two_people_at_once_the_second_is_told(people: dict[str, Any]) -> None:
    alert = event()
    seen = alert.version
    take_step(
        by=people[Role.TOWNSHIP_CLERK], alert=alert, step=BY_KEY["acknowledge"], on=TODAY,
        version=seen,
    )  # fmt: skip

    with pytest.raises(DomainError) as refused:
        take_step(
            by=people[Role.TOWNSHIP_SECRETARY], alert=alert, step=BY_KEY["plan"], on=TODAY,
            said={"text": "打算"}, version=seen,
        )  # fmt: skip

    assert refused.value.code == "version_changed"


def test_nobody_acts_for_another_township(people: dict[str, Any]) -> None:
    alert = event(code=FAR)

    with pytest.raises(DomainError) as refused:
        take_step(by=people[Role.TOWNSHIP_CLERK], alert=alert, step=BY_KEY["acknowledge"], on=TODAY)

    assert refused.value.code == "alert_side"


def test_a_false_alarm_takes_two_people(people: dict[str, Any]) -> None:
    staff, minister = people[Role.COUNTY_STAFF], people[Role.COUNTY_MINISTER]
    judged({**FOUND, "level": "red"}, colour="red")
    alert = event(level=Level.RED)
    with pytest.raises(DomainError) as early:
        take_step(by=staff, alert=alert, step=BY_KEY["false-alarm"], on=TODAY, said={"text": "对"})
    ask_false_alarm(by=staff, alert=alert, reason="书记在岗,登记错了", on=TODAY)
    with pytest.raises(DomainError) as own:
        take_step(by=staff, alert=alert, step=BY_KEY["false-alarm"], on=TODAY, said={"text": "对"})

    row = take_step(
        by=minister, alert=alert, step=BY_KEY["false-alarm"], on=TODAY, said={"text": "属实"}
    )

    assert (early.value.code, own.value.code) == ("alert_not_asked", "alert_own_request")
    assert (row.status, row.ended_from, row.observed_from) == (
        S.FALSE_ALARM, OCTOBER.number, None,
    )  # fmt: skip
    kinds = list(WarningDecision.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["false-alarm-asked", "false-alarm"]


def test_a_refused_false_alarm_may_be_asked_for_again(people: dict[str, Any]) -> None:
    clerk, staff = people[Role.TOWNSHIP_CLERK], people[Role.COUNTY_STAFF]
    alert = event()
    ask_false_alarm(by=clerk, alert=alert, reason="登记错了", on=TODAY)
    with pytest.raises(DomainError, match="正等"):
        ask_false_alarm(by=clerk, alert=alert, reason="登记错了", on=TODAY)

    refuse_false_alarm(by=staff, alert=alert, reason="核实属实", on=TODAY)

    row = ask_false_alarm(by=clerk, alert=alert, reason="另有材料", on=TODAY)
    assert row.asked_false_by == clerk
    assert row.status == S.OPEN
