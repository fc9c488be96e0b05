"""Periods of indicators: whole months, quarters, half-years, years, or one day."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from villages.common.dates import Precision, parse_date
from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Month, Period, Quarter, Year, parse_period
from villages.common.readings import Unreadable
from villages.indicators.choices import Rhythm

_FIRST_DAY = re.compile(r"([0-9]{4}-[0-9]{2})-01")
_KINDS: dict[str, type[Period]] = {
    Rhythm.MONTH: Month,
    Rhythm.QUARTER: Quarter,
    Rhythm.HALF_YEAR: HalfYear,
    Rhythm.YEAR: Year,
}


@dataclass(frozen=True, order=True)
class Span:
    """The days that a value is about, and the code it is kept under."""

    start: date
    end: date
    code: str
    label: str

    @property
    def month(self) -> Month:
        """The last month touched: its closing guards the value."""
        return Month.of(self.end)

    @classmethod
    def of(cls, period: Period) -> "Span":
        """A whole period."""
        return cls(period.start, period.end, period.code, period.label)

    @classmethod
    def day(cls, on: date) -> "Span":
        """A single day."""
        return cls(on, on, on.isoformat(), on.isoformat())


def read_span(rhythm: str, text: str) -> Span:
    """The span that a code or label names, of the kind that the rhythm asks for.

    The first day of a month stands for the month, as spreadsheets write it. Raises
    `period_invalid` for what is no period or one of another kind.
    """
    if rhythm == Rhythm.AS_OF:
        return Span.day(_day(text))
    if rhythm == Rhythm.MONTH and (first := _FIRST_DAY.fullmatch(text)):
        text = first[1]
    period = parse_period(text)
    if type(period) is not _KINDS[rhythm]:
        raise _refused(text, rhythm)
    return Span.of(period)


def span_on(rhythm: str, on: date) -> Span:
    """The span of this rhythm that holds a day."""
    if rhythm == Rhythm.AS_OF:
        return Span.day(on)
    return Span.of(_KINDS[rhythm].of(on))


def spans(rhythm: str, first: date, last: date) -> list[Span]:
    """Spans that hold a day between two days, in order; an indicator as of a day has none that
    are known beforehand."""
    if rhythm == Rhythm.AS_OF:
        return []
    found, period = [], _KINDS[rhythm].of(first)
    while period.start <= last:
        found.append(Span.of(period))
        period = period.next()
    return found


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it has none."""
    month = Month.of(day).shift(months)
    return month.start.replace(day=min(day.day, month.end.day))


def _day(text: str) -> date:
    try:
        found = parse_date(text)
    except Unreadable as error:
        raise _refused(text, Rhythm.AS_OF) from error
    if found.value is None or found.precision is not Precision.DAY:
        raise _refused(text, Rhythm.AS_OF)
    return found.value


def _refused(text: str, rhythm: str) -> DomainError:
    forms = {
        Rhythm.MONTH: "2026-10", Rhythm.QUARTER: "2026Q4", Rhythm.HALF_YEAR: "2026H2",
        Rhythm.YEAR: "2026", Rhythm.AS_OF: "2026-10-31",
    }  # fmt: skip
    message = _("统计期“%(text)s”与指标的统计期不符。") % {"text": str(text)[:20]}
    hint = _("请写成 %s。") % forms[Rhythm(rhythm)]
    return DomainError("period_invalid", message, hint, period=message + hint)
