"""Whole columns at once: what a reader's `whole` may be.

`whole(cells, unit)` takes the cells of one column, none of them blank, standing in `unit`, and
gives their values if every one of them needs no care; else None, and each is read by itself.
Where it gives values, the reader gives the same ones, without a repair.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import repeat
from operator import mul, truediv
from typing import Any

from villages.common.money import FEN_PER_UNIT
from villages.common.readings import MISSING_MARKS

Cells = Sequence[Any]
Whole = Callable[[Cells, str], list[Any] | None]

_NUMBERS = ({int}, {float}, {int, float})
# Fifteen digits are carried by a float without noise.
_MOST_EXACT = 10**15
# Days that nobody mistyped; those outside are looked at one by one.
_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)
_WORDS = re.compile(r"[一-龥A-Za-z0-9]+(?:\n[一-龥A-Za-z0-9]+)*")
_CODE = "[1-9][0-9]{5}(?!000)[0-9]{3}(?!000)[0-9]{3}"
_CODES = re.compile(rf"{_CODE}(?:\n{_CODE})*")


def counts(cells: Cells, unit: str = "") -> list[int] | None:
    """Whole numbers, zero or more."""
    if set(map(type, cells)) != {int} or min(cells) < 0 or max(cells) >= _MOST_EXACT:
        return None
    return list(cells)


def fen(cells: Cells, unit: str = "元") -> list[int] | None:
    """Amounts without a fraction of a fen: what is divided again must be what was there."""
    factor = FEN_PER_UNIT.get(unit or "元")
    if factor is None or not _between(cells, _MOST_EXACT // factor):
        return None
    found = list(map(round, map(mul, cells, repeat(factor))))
    return found if list(map(truediv, found, repeat(factor))) == list(cells) else None


def decimals(places: int) -> Whole:
    """Numbers with at most this many decimals."""
    plain = rf"[0-9]{{1,9}}(?:\.[0-9]{{1,{max(places, 1)}}})?" if places else "[0-9]{1,9}"
    form = re.compile(rf"{plain}(?:\n{plain})*")

    def whole(cells: Cells, unit: str = "") -> list[Decimal] | None:
        if set(map(type, cells)) not in _NUMBERS:
            return None
        typed = list(map(repr, cells))
        return list(map(Decimal, typed)) if form.fullmatch("\n".join(typed)) else None

    return whole


def names(cells: Cells, unit: str = "") -> list[str] | None:
    """Letters and digits only."""
    return list(cells) if _all_fit(_WORDS, cells) else None


def texts(cells: Cells, unit: str = "") -> list[str] | None:
    """Letters and digits only, and none of the marks that stand for nothing."""
    return names(cells) if MISSING_MARKS.isdisjoint(cells) else None


def codes(cells: Cells, unit: str = "") -> list[str] | None:
    """Codes of villages, written as text."""
    return list(cells) if _all_fit(_CODES, cells) else None


def days(cells: Cells, unit: str = "") -> list[date] | None:
    """Cells that hold a date and no time."""
    plain = set(map(type, cells)) == {date} and min(cells) >= _FIRST_DAY and max(cells) <= _LAST_DAY
    return list(cells) if plain else None


def chosen(choices: Mapping[str, str]) -> Whole:
    """Words out of a list."""

    def whole(cells: Cells, unit: str = "") -> list[str] | None:
        plain = texts(cells)
        if plain is None or not choices.keys() >= set(plain):
            return None
        return [choices[one] for one in plain]

    return whole


def _between(cells: Cells, most: int) -> bool:
    """Numbers from zero to below a bound."""
    return set(map(type, cells)) in _NUMBERS and min(cells) >= 0 and max(cells) < most


def _all_fit(form: re.Pattern[str], cells: Cells) -> bool:
    """Whether every cell is a text of this form, which holds no line break."""
    if set(map(type, cells)) != {str}:
        return False
    joined = "\n".join(cells)
    return joined.count("\n") == len(cells) - 1 and form.fullmatch(joined) is not None
