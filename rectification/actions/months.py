"""The closing of the month guards what cases date: the day of the event decides."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from villages.common import clock
from villages.common.periods import Month
from villages.imports.months import closed_words, openness, require_open
from villages.models import Village


def require_month(row: Any, day: date | None) -> None:
    """Lets an event of this day pass, or refuses it with `month_closed`.

    `row` is a case or a row of its file; without a day there is nothing to guard. The month is
    held until the end of the transaction, so call it before the first write.
    """
    if day is not None:
        require_open(county=row.county_code, month=_month(day), unit=row.village.code)


def require_month_of(villages: Iterable[Village], day: date) -> None:
    """The same for an event of many villages. Two queries for a county."""
    if closed_among(villages, day):
        raise closed_words(_month(day))


def closed_among(villages: Iterable[Village], day: date) -> frozenset[str]:
    """Codes of those villages for which the month of this day is closed; it is held, too."""
    codes = sorted({str(one.code) for one in villages})
    shut: set[str] = set()
    for county in sorted({code[:6] for code in codes}):
        takes = openness(county=county, month=_month(day), on=clock.today(), holding=True)
        shut |= {code for code in codes if code.startswith(county) and not takes(code)}
    return frozenset(shut)


def _month(day: date) -> Month:
    return Month(day.year, day.month)
