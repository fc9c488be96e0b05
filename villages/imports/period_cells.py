"""Cells that name a period: one form in, one form out, so that a row is found again."""

from datetime import date, datetime
from typing import Any

from villages.common.errors import DomainError
from villages.common.periods import parse_period
from villages.common.readings import Reading, Repair
from villages.imports import cells


def period(raw: Any, unit: str = "") -> Reading[str]:
    """The code of a period: `2026年三季度` is 2026Q3, a date is its month.

    Spreadsheets turn a typed 2026-09 into the first of September. What names no period is left
    as it stands, for the rules of the row to refuse.
    """
    if isinstance(raw, date | datetime):
        return Reading(f"{raw:%Y-%m}", (Repair.DATE_FORM,))
    return _code(cells.text(_whole(raw)))


def period_or_day(raw: Any, unit: str = "") -> Reading[str]:
    """The same where a single day may be meant too: a date stays a day (2026-10-31)."""
    if isinstance(raw, date | datetime):
        return Reading(f"{raw:%Y-%m-%d}")
    return _code(cells.text(_whole(raw)))


def _whole(raw: Any) -> Any:
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


def _code(reading: Reading[str]) -> Reading[str]:
    if reading.value is None:
        return reading
    try:
        code = parse_period(reading.value).code
    except DomainError:
        return reading
    same = code == reading.value
    return Reading(code, reading.repairs if same else (*reading.repairs, Repair.DATE_FORM))
