"""The four kinds of period that reports and fact rows know."""

from dataclasses import dataclass
from typing import ClassVar, Self

from villages.common.periods.base import Period, require

_NUMERALS = "一二三四"


@dataclass(frozen=True, order=True, slots=True)
class Month(Period):
    """A calendar month; fact rows keep its `number`, 202610."""

    kind: ClassVar[str] = "month"
    length: ClassVar[int] = 1

    year: int
    month: int

    def __post_init__(self) -> None:
        require(self.year, self.month, 12)

    @classmethod
    def at(cls, year: int, place: int) -> Self:
        return cls(year, place)

    @classmethod
    def from_number(cls, number: int) -> Self:
        """The month of a stored integer such as 202610. Raises `period_invalid`."""
        return cls(*divmod(number, 100))

    @property
    def number(self) -> int:
        """The stored integer: 202610. Ordered as the months are, but not to be subtracted."""
        return self.year * 100 + self.month

    @property
    def place(self) -> int:
        return self.month

    @property
    def code(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def label(self) -> str:
        return f"{self.year}年{self.month}月"

    @property
    def quarter(self) -> "Quarter":
        """The quarter that holds this month."""
        return Quarter.of(self.start)

    @property
    def half(self) -> "HalfYear":
        """The half-year that holds this month."""
        return HalfYear.of(self.start)

    @property
    def year_period(self) -> "Year":
        """The year that holds this month."""
        return Year(self.year)

    def months(self) -> tuple["Month", ...]:
        return (self,)

    def until(self, last: "Month") -> tuple["Month", ...]:
        """All months from this one to `last`, both inclusive; none when `last` is earlier."""
        steps = (last.year - self.year) * 12 + last.month - self.month
        return tuple(self.shift(step) for step in range(steps + 1))

    def year_to_date(self) -> tuple["Month", ...]:
        """January to this month: what a cumulative sheet (1-10月) covers."""
        return Month(self.year, 1).until(self)


@dataclass(frozen=True, order=True, slots=True)
class _Months(Period):
    """A part of the year that is made of several months."""

    year: int

    def months(self) -> tuple[Month, ...]:
        return Month.of(self.start).until(Month.of(self.end))


@dataclass(frozen=True, order=True, slots=True)
class Quarter(_Months):
    """A calendar quarter, the rhythm of supervision (季督导)."""

    kind: ClassVar[str] = "quarter"
    length: ClassVar[int] = 3

    index: int

    def __post_init__(self) -> None:
        require(self.year, self.index, 4)

    @classmethod
    def at(cls, year: int, place: int) -> Self:
        return cls(year, place)

    @property
    def place(self) -> int:
        return self.index

    @property
    def code(self) -> str:
        return f"{self.year:04d}Q{self.index}"

    @property
    def label(self) -> str:
        return f"{self.year}年{_NUMERALS[self.index - 1]}季度"

    @property
    def half(self) -> "HalfYear":
        """The half-year that holds this quarter."""
        return HalfYear.of(self.start)

    @property
    def year_period(self) -> "Year":
        """The year that holds this quarter."""
        return Year(self.year)


@dataclass(frozen=True, order=True, slots=True)
class HalfYear(_Months):
    """January to June or July to December (半年小结)."""

    kind: ClassVar[str] = "half-year"
    length: ClassVar[int] = 6

    index: int

    def __post_init__(self) -> None:
        require(self.year, self.index, 2)

    @classmethod
    def at(cls, year: int, place: int) -> Self:
        return cls(year, place)

    @property
    def place(self) -> int:
        return self.index

    @property
    def code(self) -> str:
        return f"{self.year:04d}H{self.index}"

    @property
    def label(self) -> str:
        return f"{self.year}年{'上下'[self.index - 1]}半年"

    @property
    def year_period(self) -> "Year":
        """The year that holds this half."""
        return Year(self.year)


@dataclass(frozen=True, order=True, slots=True)
class Year(_Months):
    """A calendar year (年度)."""

    kind: ClassVar[str] = "year"
    length: ClassVar[int] = 12

    def __post_init__(self) -> None:
        require(self.year, 1, 1)

    @classmethod
    def at(cls, year: int, place: int) -> Self:
        require(year, place, 1)
        return cls(year)

    @property
    def place(self) -> int:
        return 1

    @property
    def code(self) -> str:
        return f"{self.year:04d}"

    @property
    def label(self) -> str:
        return f"{self.year}年度"
