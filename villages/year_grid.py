"""A year as twelve months of weeks, every day with what it is. Pure."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

WORK, REST, HOLIDAY, ADJUSTED = "work", "rest", "holiday", "adjusted"
Named = Mapping[date, tuple[bool, str]]
Marks = Mapping[date, Sequence[str]]


@dataclass(frozen=True)
class Day:
    """One day: working, weekend, holiday, or worked in exchange; its name; what falls on it."""

    day: date
    kind: str
    name: str = ""
    marks: tuple[str, ...] = ()
    is_today: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the calendar says something of its own about it."""
        return self.kind in {HOLIDAY, ADJUSTED}


@dataclass(frozen=True)
class MonthGrid:
    """One month: weeks of seven places from Monday on, empty outside the month."""

    number: int
    weeks: tuple[tuple[Day | None, ...], ...]
    workdays: int
    named: tuple[Day, ...]
    marked: tuple[Day, ...]


def year_grid(year: int, named: Named, marks: Marks, today: date) -> list[MonthGrid]:
    """January to December."""
    return [_month(year, number, named, marks, today) for number in range(1, 13)]


def _month(year: int, number: int, named: Named, marks: Marks, today: date) -> MonthGrid:
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    made = tuple(
        tuple(_day(d, named, marks, today) if d.month == number else None for d in week)
        for week in weeks
    )
    days = [day for week in made for day in week if day]
    return MonthGrid(
        number=number, weeks=made, workdays=sum(day.kind in {WORK, ADJUSTED} for day in days),
        named=tuple(d for d in days if d.is_named), marked=tuple(d for d in days if d.marks),
    )  # fmt: skip


def _day(day: date, named: Named, marks: Marks, today: date) -> Day:
    kind, name = (WORK if day.weekday() < 5 else REST), ""
    if day in named:
        worked, name = named[day]
        kind = ADJUSTED if worked else HOLIDAY
    return Day(day, kind, name, tuple(marks.get(day, ())), day == today)
