"""What every period can do, told once."""

import calendar
from abc import ABC, abstractmethod
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from villages.common.clock import ZONE
from villages.common.errors import DomainError

if TYPE_CHECKING:
    from villages.common.periods.kinds import Month


class Period(ABC):
    """A stretch of whole months. Periods of one kind are ordered; kinds do not mix.

    Each kind says only its year, its place in the year and how many months it has.
    """

    __slots__ = ()

    kind: ClassVar[str]
    length: ClassVar[int]
    year: int

    @classmethod
    @abstractmethod
    def at(cls, year: int, place: int) -> Self:
        """The period at this place (from 1) of the year."""

    @classmethod
    def of(cls, day: date) -> Self:
        """The period that holds this date; refuses an instant, whose date depends on the zone."""
        if isinstance(day, datetime):
            raise TypeError("of() takes a date; use of_instant() for an instant")
        return cls.at(day.year, (day.month - 1) // cls.length + 1)

    @classmethod
    def of_instant(cls, instant: datetime) -> Self:
        """The period that holds this aware instant in Asia/Shanghai."""
        if instant.utcoffset() is None:
            raise ValueError("an instant needs a time zone")
        return cls.of(instant.astimezone(ZONE).date())

    @property
    @abstractmethod
    def place(self) -> int:
        """The place within the year, from 1."""

    @property
    @abstractmethod
    def code(self) -> str:
        """The stable name on the wire: `2026-10`, `2026Q4`, `2026H2`, `2026`."""

    @property
    @abstractmethod
    def label(self) -> str:
        """The name for people, in Chinese."""

    @property
    def first_month(self) -> "Month":
        """The first month inside."""
        return self.months()[0]

    @property
    def last_month(self) -> "Month":
        """The last month inside."""
        return self.months()[-1]

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, (self.place - 1) * self.length + 1, 1)

    @property
    def end(self) -> date:
        """The last day, inclusive."""
        month = self.place * self.length
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @abstractmethod
    def months(self) -> tuple["Month", ...]:
        """The whole months inside, in order."""

    def contains(self, day: date) -> bool:
        """Whether this date lies inside; refuses an instant."""
        return self == self.of(day)

    def shift(self, steps: int) -> Self:
        """The period so many steps later, or earlier when negative."""
        per_year = 12 // self.length
        index = self.year * per_year + self.place - 1 + steps
        return self.at(index // per_year, index % per_year + 1)

    def next(self) -> Self:
        """The period that begins the day after this one ends."""
        return self.shift(1)

    def previous(self) -> Self:
        """The period that ends the day before this one begins (环比)."""
        return self.shift(-1)

    def same_last_year(self) -> Self:
        """The period at the same place one year earlier (同比)."""
        return self.at(self.year - 1, self.place)

    def __str__(self) -> str:
        return self.code


def require(year: int, place: int, places: int) -> None:
    """Refuses a period that no calendar has. Raises `period_invalid`."""
    if MINYEAR <= year <= MAXYEAR and 1 <= place <= places:
        return
    raise DomainError("period_invalid", f"没有这样的期间:{year} 年第 {place} 期。", HINT)


HINT = "请写成 2026-10(月)、2026Q4(季度)、2026H2(半年)或 2026(年度)。"
