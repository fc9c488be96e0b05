"""Where the cases of a year stand: numbers of the first page, columns of the board."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.figures.deadlines import NextStep, next_step
from rectification.figures.stages import ENDED, STAGES, Stage
from rectification.models import CaseRevisit, RectificationCase
from rectification.states import CANDIDATES, OFF_THE_LIST, UNDER_WORK
from villages import workdays
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class Card:
    """A case on the board."""

    case: Any
    next: NextStep | None
    is_overdue: bool


@dataclass(frozen=True)
class Column:
    """The cases of one stage, the most urgent first."""

    stage: Stage
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Picture:
    """The cases of a batch, counted once. Every case stands in one column of `columns`."""

    year: int
    on: date
    columns: tuple[Column, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them."""
        return tuple(card for one in self.columns for card in one.cards)

    def only(self, which: str) -> "Picture":
        """Cases with one trait of `TRAITS`: what a number of the first page opens."""
        has = TRAITS[which]
        columns = (
            Column(one.stage, tuple(card for card in one.cards if has(card, self.on)))
            for one in self.columns
        )
        return Picture(self.year, self.on, tuple(columns))

    def count(self, which: str) -> int:
        """How many cases have a trait."""
        return len(self.only(which).cards)

    @property
    def states(self) -> Counter[str]:
        """How many stand in each state."""
        return Counter(card.case.status for card in self.cards)


def _is_late(card: Card, _on: date) -> bool:
    """Its next step is late, whether or not the deadline is over."""
    return bool(card.next and card.next.is_late)


def _is_due(card: Card, on: date) -> bool:
    """Under work with a deadline in the month of the day."""
    month, day = Month.of(on), card.case.deadline
    return bool(card.case.status in UNDER_WORK and day and month.start <= day <= month.end)


TRAITS: dict[str, Callable[[Card, date], bool]] = {
    "overdue": lambda card, _on: card.is_overdue,
    "late": _is_late,
    "month": _is_due,
    "work": lambda card, _on: card.case.status in UNDER_WORK,
    "finding": lambda card, _on: card.case.status in CANDIDATES,
    "closed": lambda card, _on: card.case.status in OFF_THE_LIST,
}


def picture(scope: Scope | None, county: str, year: int, on: date) -> Picture:
    """The batch of a year inside a territory. One query, and the calendar."""
    rows = RectificationCase.objects.in_scope(scope).in_county(county).filter(listed_year=year)
    return pictured(rows.select_related("village__township", "handler"), year, on)


def pictured(rows: Iterable[Any], year: int, on: date) -> Picture:
    """The same from cases at hand."""
    calendar = workdays.adjusted()
    cards = [Card(one, next_step(one, on, calendar), one.is_overdue(on)) for one in rows]
    cards.sort(key=_urgency)
    return Picture(year, on, tuple(_column(stage, cards) for stage in (*STAGES, ENDED)))


def years_of(scope: Scope | None, county: str) -> list[int]:
    """Years with cases inside a territory, the newest first. One query."""
    rows = RectificationCase.objects.in_scope(scope).in_county(county).order_by("-listed_year")
    return list(rows.values_list("listed_year", flat=True).distinct())


def revisits_due(scope: Scope | None, county: str, on: date) -> int:
    """Revisits that should have been held by the day, of all batches. One query."""
    rows = CaseRevisit.objects.in_scope(scope).in_county(county)
    return int(rows.filter(held_on=None, due_on__lte=on, case__status__in=OFF_THE_LIST).count())


def _column(stage: Stage, cards: list[Card]) -> Column:
    return Column(stage, tuple(one for one in cards if one.case.status in stage.statuses))


def _urgency(card: Card) -> tuple[bool, date, str]:
    due = card.next.due_on if card.next else None
    return (due is None, due or date.max, card.case.village.code)
