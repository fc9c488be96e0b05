"""Readers for cells: what a column's `read` may be."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from villages.common import codes
from villages.common.dates import parse_date
from villages.common.money import to_fen
from villages.common.quantities import parse_count, parse_number
from villages.common.readings import MISSING_MARKS, Reading, Repair, Unreadable, plain
from villages.common.shares import round_half_up
from villages.common.text import clean, compact_name
from villages.imports import plain_columns

Reader = Callable[[Any, str], Reading[Any]]


def text(raw: Any, unit: str = "") -> Reading[str]:
    """Words; blanks and marks such as — are nothing."""
    if raw is None:
        return Reading(None)
    tidy, repairs = plain(str(raw))
    if tidy in MISSING_MARKS:
        return Reading(None, (*repairs, Repair.BLANK_MARK))
    return Reading(tidy or None, tuple(repairs))


def name(raw: Any, unit: str = "") -> Reading[str]:
    """A name of a place or person: without inner spaces."""
    if raw is None:
        return Reading(None)
    tidy = compact_name(str(raw))
    return Reading(tidy or None, (Repair.TRIMMED,) if tidy != str(raw) else ())


def count(raw: Any, unit: str = "") -> Reading[int]:
    """A whole number, zero or more."""
    return parse_count(raw, unit)


def decimal(places: int) -> Reader:
    """A number, zero or more, kept to this many decimals; what is rounded is listed."""

    def read(raw: Any, unit: str = "") -> Reading[Decimal]:
        reading = quantity(raw, unit)
        if reading.value is None:
            return reading
        kept = round_half_up(reading.value, places)
        if kept == reading.value:
            return Reading(kept, reading.repairs)
        return Reading(kept, (*reading.repairs, Repair.ROUNDED))

    read.quick = _plain_decimal(places)  # type: ignore[attr-defined]
    read.whole = plain_columns.decimals(places)  # type: ignore[attr-defined]
    return read


def quantity(raw: Any, unit: str = "") -> Reading[Decimal]:
    """A number, zero or more, in the column's unit."""
    reading = parse_number(raw, unit)
    if reading.value is not None and reading.value < 0:
        raise Unreadable("negative", raw)
    return reading


def fen(raw: Any, unit: str = "元") -> Reading[int]:
    """An amount in 元 or 万元, zero or more, as integer fen."""
    reading = quantity(raw, unit)
    if reading.value is None:
        return Reading(None, reading.repairs)
    return Reading(to_fen(reading.value, unit=unit or "元"), reading.repairs)


def signed_fen(raw: Any, unit: str = "元") -> Reading[int]:
    """An amount that may be below zero, as integer fen."""
    reading = parse_number(raw, unit)
    if reading.value is None:
        return Reading(None, reading.repairs)
    return Reading(to_fen(reading.value, unit=unit or "元"), reading.repairs)


def whole(raw: Any, unit: str = "") -> Reading[int]:
    """A whole number, also below zero."""
    reading = parse_number(raw, unit)
    if reading.value is None:
        return Reading(None, reading.repairs)
    if reading.value != reading.value.to_integral_value():
        raise Unreadable("not_whole", raw)
    return Reading(int(reading.value), reading.repairs)


def percent(places: int) -> Reader:
    """A share as a fraction of one, kept to this many decimals.

    Cells say percent (21.88, 21.88%). A number of at most one is what a cell formatted as percent
    holds; it is read so, and listed.
    """

    def read(raw: Any, unit: str = "") -> Reading[Decimal]:
        reading = quantity(raw, "%")
        if reading.value is None:
            return Reading(None, reading.repairs)
        written = type(raw) is str or not 0 < reading.value <= 1
        repairs = reading.repairs if written else (*reading.repairs, Repair.SCALED)
        exact = reading.value / 100 if written else reading.value
        kept = round_half_up(exact, places)
        return Reading(kept, repairs if kept == exact else (*repairs, Repair.ROUNDED))

    return read


def yes_no(raw: Any, unit: str = "") -> Reading[bool]:
    """是 or 否, as people tick them; 无 is a no here."""
    if raw is None or isinstance(raw, bool):
        return Reading(raw)
    said = clean(str(raw)).upper()
    if said in _YES or said in _NO:
        return Reading(said in _YES, () if said in "是否" else (Repair.TRIMMED,))
    if not said or said in MISSING_MARKS:
        return Reading(None, (Repair.BLANK_MARK,) if said else ())
    raise Unreadable("not_yes_or_no", raw)


def month(raw: Any, unit: str = "") -> Reading[int]:
    """A month as its number, 202610; of a day the month in which it lies."""
    if isinstance(raw, str) and (match := _MONTH.fullmatch(raw.strip())):
        return Reading(int(match[1]) * 100 + int(match[2]))
    reading = parse_date(raw)
    if reading.value is None:
        return Reading(None, reading.repairs)
    return Reading(reading.value.year * 100 + reading.value.month, reading.repairs)


def day(raw: Any, unit: str = "") -> Reading[Any]:
    """A date; of a month its first day."""
    return parse_date(raw)


def code(raw: Any, unit: str = "") -> Reading[str]:
    """A division code without padding; refuses what has other digits."""
    reading = text(str(raw) if isinstance(raw, int) else raw)
    if reading.value is None:
        return reading
    digits = codes.strip_padding(reading.value) if reading.value.isdigit() else reading.value
    if not codes.is_valid(digits):
        raise Unreadable("bad_code", raw)
    return Reading(digits, reading.repairs)


def one_of(choices: dict[str, str]) -> Reader:
    """A word out of a list; `choices` maps accepted words to stored values."""

    def read(raw: Any, unit: str = "") -> Reading[str]:
        reading = text(raw)
        if reading.value is None:
            return reading
        if reading.value not in choices:
            raise Unreadable("not_allowed", raw)
        return Reading(choices[reading.value], reading.repairs)

    read.whole = plain_columns.chosen(choices)  # type: ignore[attr-defined]
    return read


def _plain_whole(raw: Any) -> int | None:
    return raw if type(raw) is int and raw >= 0 else None


def _plain_decimal(places: int) -> Callable[[Any], Decimal | None]:
    def take(raw: Any) -> Decimal | None:
        if type(raw) is int:
            return Decimal(raw) if raw >= 0 else None
        if type(raw) is not float:
            return None
        typed = repr(raw)
        _whole, _point, rest = typed.partition(".")
        exact = len(typed) <= _TYPED and typed[0] != "-" and rest.isdigit()
        return Decimal(typed) if exact and len(rest) <= places else None

    return take


def _plain_words(raw: Any) -> str | None:
    return raw if type(raw) is str and _WORDS.fullmatch(raw) and raw not in MISSING_MARKS else None


def _plain_name(raw: Any) -> str | None:
    return raw if type(raw) is str and _WORDS.fullmatch(raw) else None


def _plain_code(raw: Any) -> str | None:
    return raw if type(raw) is str and _CODE.fullmatch(raw) else None


# What most cells of most sheets hold needs no reading: a reader's `quick` gives the value of
# such a cell, `whole` the values of many, or None where they must be read with care.
_TYPED = 15
_MONTH = re.compile("((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])", re.ASCII)
_YES = frozenset(("是", "有", "√", "✓", "✔", "☑", "对", "Y", "YES", "TRUE", "1"))
_NO = frozenset(("否", "无", "没有", "×", "✗", "✘", "☐", "X", "N", "NO", "FALSE", "0"))
_WORDS = re.compile("[一-龥A-Za-z0-9]+")
_CODE = re.compile("[1-9][0-9]{5}(?!000)[0-9]{3}(?!000)[0-9]{3}")
count.quick = _plain_whole  # type: ignore[attr-defined]
text.quick = _plain_words  # type: ignore[attr-defined]
name.quick = _plain_name  # type: ignore[attr-defined]
code.quick = _plain_code  # type: ignore[attr-defined]
count.whole = plain_columns.counts  # type: ignore[attr-defined]
fen.whole = plain_columns.fen  # type: ignore[attr-defined]
signed_fen.whole = plain_columns.fen  # type: ignore[attr-defined]
whole.quick = _plain_whole  # type: ignore[attr-defined]
text.whole = plain_columns.texts  # type: ignore[attr-defined]
name.whole = plain_columns.names  # type: ignore[attr-defined]
code.whole = plain_columns.codes  # type: ignore[attr-defined]
day.whole = plain_columns.days  # type: ignore[attr-defined]
