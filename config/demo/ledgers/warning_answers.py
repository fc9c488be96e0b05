"""What townships and county did about the warnings of a month, once everybody could see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.demo.ledgers.warning_people import People
from config.demo.ledgers.warning_words import done, plan
from config.demo.today import on_day
from config.demo.troubles import MISTAKEN, mistaken
from config.demo.world import World
from rectification.warnings.actions.false_alarms import ask_false_alarm
from rectification.warnings.actions.stepping import take_step
from rectification.warnings.choices import Level
from rectification.warnings.models import Alert
from rectification.warnings.states import (
    ACKNOWLEDGE,
    FALSE_ALARM,
    LOWER,
    OWING,
    PLAN,
    REJECT,
    SUBMIT,
    VERIFY_RED,
    VERIFY_YELLOW,
    AlertStatus,
    Step,
)
from villages import workdays
from villages.accounts.models import User
from villages.common.periods import Month
from villages.common.workdays import add_workdays

# Working days after the evaluation.
SIGNED, PLANNED, REPORTED, VERIFIED, LOWERED = 1, 4, 2, 3, 4
# Lately two townships let everything lie, and one signs and does no more.
LATELY, SILENT, SLOW = Month(2026, 7), ("双塔镇", "云台镇"), ("白杨镇",)
# What townships called done after September, although the data do not say so yet.
CLAIMED, REFUSED = ("W16", "W25"), "W18"
_WRONG = "集体访是邻村的,来访登记写错了村名,信访局已更正。"
_RIGHT = "信访局书面证明,确属登记错误。"


@dataclass(frozen=True)
class Desk:
    """Who answers after one month's evaluation, and on which days."""

    people: People
    month: Month
    day: date

    def after(self, days: int) -> date:
        """So many working days after the evaluation."""
        return add_workdays(self.day, days, workdays.adjusted())

    def step(self, row: Alert, step: Step, by: User, days: int, text: str = "") -> Alert:
        """One step on its day."""
        on = self.after(days)
        said = {"text": text, "planned_on": self.after(20) if step is PLAN else None}
        with on_day(on):
            return take_step(by=by, alert=row, step=step, on=on, said=said)

    def clerk(self, row: Alert) -> User:
        """The organiser of the village's township."""
        return self.people.clerks[row.village.township.code]

    def secretary(self, row: Alert) -> User:
        """The secretary of the village's township."""
        return self.people.secretaries[row.village.township.code]


def answer(world: World, people: People, month: Month, day: date) -> None:
    """What turned good is lowered; what is new is signed for and planned."""
    desk = Desk(people, month, day)
    for row in _owing(people):
        if row.good_from is not None:
            _mended(desk, row)
        elif row.status == AlertStatus.OPEN:
            _taken_up(desk, row)
        elif month == Month(2026, 9) and row.level == Level.RED:
            _claimed(desk, row)
    if month == MISTAKEN:
        _mistaken(desk, Alert.objects.get(village=mistaken(world), rule="W19"))


def _owing(people: People) -> Sequence[Alert]:
    rows = Alert.objects.in_county(people.county).filter(status__in=OWING)
    rows = rows.select_related("village__township").order_by("village__code", "rule", "pk")
    return list(rows)


def _taken_up(desk: Desk, row: Alert) -> None:
    lately, town = row.raised_month >= LATELY.number, row.village.township.name
    red = row.level == Level.RED
    if lately and town in SILENT:
        return
    row = desk.step(row, ACKNOWLEDGE, desk.clerk(row), SIGNED)
    if red and not (lately and town in SLOW):
        desk.step(row, PLAN, desk.clerk(row), PLANNED, plan(row.rule))


def _mended(desk: Desk, row: Alert) -> None:
    """Reported by the township, looked at, and lowered by whoever has to."""
    if row.status == AlertStatus.OPEN:
        row = desk.step(row, ACKNOWLEDGE, desk.clerk(row), SIGNED)
    row = desk.step(row, SUBMIT, desk.clerk(row), REPORTED, done(row.rule))
    if row.level == Level.YELLOW:
        desk.step(row, VERIFY_YELLOW, desk.secretary(row), VERIFIED)
        return
    row = desk.step(row, VERIFY_RED, desk.secretary(row), VERIFIED)
    desk.step(row, LOWER, desk.people.staff, LOWERED)


def _claimed(desk: Desk, row: Alert) -> None:
    """Some wait for the township, some for the county, one was sent back."""
    if row.rule not in (*CLAIMED, REFUSED):
        return
    row = desk.step(row, SUBMIT, desk.clerk(row), REPORTED, done(row.rule))
    if row.rule == REFUSED:
        words = "台账里决议公开仍是空白,请补齐。"
        desk.step(row, REJECT, desk.secretary(row), VERIFIED, words)
    elif row.rule == CLAIMED[-1]:
        desk.step(row, VERIFY_RED, desk.secretary(row), VERIFIED)


def _mistaken(desk: Desk, row: Alert) -> None:
    """A false alarm: asked for by the township, approved by the county, never observed."""
    on = desk.after(PLANNED)
    with on_day(on):
        row = ask_false_alarm(by=desk.clerk(row), alert=row, reason=_WRONG, on=on)
    desk.step(row, FALSE_ALARM, desk.people.minister, PLANNED, _RIGHT)
