"""Dates as people write them in sheets, with how exactly they were given."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from villages.common.clock import ZONE
from villages.common.readings import MISSING_MARKS, Reading, Repair, Unreadable, plain


class Precision(StrEnum):
    """How much of the date the cell states."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class DateReading(Reading[date]):
    """A date, the first day of what was given, with its precision; None where there is none."""

    precision: Precision = Precision.DAY

    @property
    def last_day(self) -> date | None:
        """The last day of what was given: a deadline of `2026-11` is 30 November."""
        if self.value is None or self.precision is Precision.DAY:
            return self.value
        month = 12 if self.precision is Precision.YEAR else self.value.month
        return _last_day(self.value.year, month)


_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_PART = r"(?P<{}>[0-9]{{1,2}})"
_BEFORE = r"(?P<before>[之以]?前(?:完成)?)?"
_LAST = r"(?P<last>(?:底|末)[之以]?前?(?:完成)?)?"
_MONTH, _DAY = _PART.format("month"), _PART.format("day")
_FORMS = (
    re.compile(rf"{_YEAR}[-./年]{_MONTH}[-./月]{_DAY}[日号]?{_BEFORE}"),
    re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"),
    re.compile(rf"{_YEAR}[-./年]{_MONTH}月?份?{_LAST}"),
    re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})"),
    re.compile(rf"{_YEAR}年?度?{_LAST}"),
)
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_TIME = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_OTHER_DASH = re.compile(r"(?<=[0-9])[–—−~。](?=[0-9])")
_REFUSED = (
    ("date_ambiguous", re.compile(rf"{_YEAR}[-./年](?:{_MONTH}月?)?[之以]?前(?:完成)?")),
    ("year_missing", re.compile(rf"{_MONTH}月(?:{_DAY}[日号]?|底|末)?前?")),
    ("year_short", re.compile(rf"[0-9]{{2}}[-./年]{_MONTH}(?:[-./月]{_DAY}?[日号]?)?")),
)
# Day 1 is 1900-01-01; the program counts a 29 February 1900 that never was.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"[1-9][0-9]{4}")
_ABOVE_ANY_DATE = 10**8  # 20261005 is the longest number that can be a date
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# 2018.1 as a number is January or what is left of 2018.10; no other month loses a zero.
_UNSURE = re.compile(r"[0-9]{4}\.1")


def parse_date(raw: object) -> DateReading:
    """The date in a cell, with its precision and every repair.

    Accepts dates, instants (their day in Asia/Shanghai), spreadsheet serials, and text such as
    `2026-10-05`, `2026.10.5`, `2026年10月5日`, `20261005`, `2026-10`, `1997.09`, `2026年`,
    `2026年11月底前` (the last day), `2026.12.15前`. Blanks and marks such as `—` are None. Raises
    `Unreadable` with `not_a_date`, `no_such_day` (2026.2.30), `date_ambiguous` (2026年11月前),
    `year_missing` (10月5日) or `year_short` (26.10.5).
    """
    if raw is None:
        return DateReading(None)
    if isinstance(raw, date):
        return _from_date(raw)
    if isinstance(raw, str):
        return _from_text(raw)
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        return _from_number(raw)
    raise Unreadable("not_a_date", raw)


def _from_date(raw: date) -> DateReading:
    if not isinstance(raw, datetime):
        return DateReading(_plausible(raw, raw))
    local = raw.astimezone(ZONE) if raw.tzinfo else raw
    repairs = () if local.time() == time() else (Repair.TIME_DROPPED,)
    return DateReading(_plausible(local.date(), raw), repairs)


def _from_number(raw: int | float | Decimal) -> DateReading:
    if raw != raw or not 0 < raw < _ABOVE_ANY_DATE:  # only NaN differs from itself
        raise Unreadable("not_a_date", raw)
    text = f"{raw:f}" if isinstance(raw, Decimal) else repr(raw)
    text = text.removesuffix(".0")
    whole, _point, rest = text.partition(".")
    if _SERIAL.fullmatch(whole):
        return _from_serial(whole, timed=bool(rest))
    reading = _from_text(text)
    if not _UNSURE.fullmatch(text):
        return reading
    return DateReading(
        reading.value, (*reading.repairs, Repair.MONTH_UNSURE), precision=reading.precision
    )


def _from_serial(whole: str, *, timed: bool) -> DateReading:
    day = _SERIAL_ZERO + timedelta(days=int(whole))
    repairs = (Repair.EXCEL_SERIAL, Repair.TIME_DROPPED) if timed else (Repair.EXCEL_SERIAL,)
    return DateReading(_plausible(day, whole), repairs)


def _from_text(raw: str) -> DateReading:
    text, repairs = plain(raw)
    if not text:
        return DateReading(None)
    if text in MISSING_MARKS:
        return DateReading(None, (*repairs, Repair.BLANK_MARK))
    if _SERIAL.fullmatch(text):
        serial = _from_serial(text, timed=False)
        return DateReading(serial.value, (*repairs, *serial.repairs))
    text = _without_time(text, repairs)
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _dated(match, repairs, raw)
    raise Unreadable(_refusal(text), raw)


def _without_time(text: str, repairs: list[Repair]) -> str:
    day, timed = _TIME.subn("", text)
    tight = re.sub(r"\s", "", day)
    if tight != day and Repair.TRIMMED not in repairs:
        repairs.append(Repair.TRIMMED)
    iso = _OTHER_DASH.sub("-", tight)
    if not _ISO.fullmatch(tight):
        repairs.append(Repair.DATE_FORM)
    if timed:
        repairs.append(Repair.TIME_DROPPED)
    return iso


def _dated(match: re.Match[str], repairs: list[Repair], raw: str) -> DateReading:
    parts = match.groupdict()
    year, month, day = int(parts["year"]), parts.get("month"), parts.get("day")
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError as error:
        raise Unreadable("no_such_day", raw) from error
    if parts.get("last"):
        last = _last_day(year, int(month or 12))
        return DateReading(last, (*repairs, Repair.LAST_DAY))
    if parts.get("before"):
        repairs.append(Repair.BEFORE)
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return DateReading(first, tuple(repairs), precision)


def _refusal(text: str) -> str:
    return next((code for code, form in _REFUSED if form.fullmatch(text)), "not_a_date")


def _plausible(day: date, raw: object) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Unreadable("not_a_date", raw)
    return day


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
