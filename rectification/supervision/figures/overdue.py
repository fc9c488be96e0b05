"""What is overdue, by side: townships, departments, and the house that does not look at replies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.supervision.choices import UnitKind
from rectification.supervision.figures.lateness import days_late
from rectification.supervision.figures.lights import answer_due
from rectification.supervision.models import OrderUnit
from rectification.supervision.states import ANSWERED
from villages import workdays
from villages.common.scope import COUNTY
from villages.common.workdays import Adjusted, workdays_between


@dataclass(frozen=True)
class Late:
    """A part, the day that is over, and how many working days ago that was."""

    part: OrderUnit
    due_on: date
    days: int


@dataclass(frozen=True)
class Overdue:
    """Parts by whoever is waited for, the latest first.

    `unverified` are replies that their house has not looked at, or not closed, in its own time.
    """

    townships: tuple[Late, ...]
    departments: tuple[Late, ...]
    unverified: tuple[Late, ...]

    @property
    def of_county(self) -> tuple[Late, ...]:
        """The county's own: its departments, and replies waiting for the county itself."""
        own = (one for one in self.unverified if len(one.part.order.from_code) == COUNTY)
        return (*self.departments, *own)

    @property
    def all(self) -> tuple[Late, ...]:
        """Every side."""
        return (*self.townships, *self.departments, *self.unverified)


def overdue(parts: Any, on: date) -> Overdue:
    """Of these parts on a day. Two queries."""
    calendar = workdays.adjusted()
    late = [_owing(one, on, calendar) for one in _read(parts.overdue(on))]
    answered = _read(parts.filter(status__in=ANSWERED))
    return Overdue(
        townships=_of(late, UnitKind.TOWNSHIP),
        departments=_of(late, UnitKind.DEPARTMENT),
        unverified=_sorted(_unverified(answered, on, calendar)),
    )


def _read(parts: Any) -> Iterable[OrderUnit]:
    found: Iterable[OrderUnit] = parts.select_related("order", "department").order_by("pk")
    return found


def _owing(part: OrderUnit, on: date, calendar: Adjusted) -> Late:
    return Late(part, part.due_on or on, days_late(part, on, calendar))


def _unverified(parts: Iterable[OrderUnit], on: date, calendar: Adjusted) -> Iterable[Late]:
    for one in parts:
        due = answer_due(one, on, calendar)
        if due is not None and due < on:
            yield Late(one, due, workdays_between(due, on, calendar))


def _of(late: Iterable[Late], kind: UnitKind) -> tuple[Late, ...]:
    return _sorted(one for one in late if one.part.unit_kind == kind)


def _sorted(late: Iterable[Late]) -> tuple[Late, ...]:
    return tuple(sorted(late, key=lambda one: (one.due_on, one.part.pk)))
