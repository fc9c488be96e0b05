"""A figure: a number with everything that a reader may ask about it.

Every app's `figures.py` gives these; pages, API, reports and warnings carry them unchanged.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from villages.common.money import json_yuan
from villages.common.periods import Period
from villages.common.shares import percent
from villages.common.short_codes import read_short_code, short_code

__all__ = ["Figure", "Missing", "Sentence", "Value", "read_short_code", "short_code"]


class Missing(StrEnum):
    """Why there is no number. It stands where the number would: a gap is never a zero."""

    NOT_FILED = "not-filed"  # 缺报
    NOT_EVALUATED = "not-evaluated"  # 未评
    NO_BASE = "no-base"  # nothing to have a share in
    NOT_COMPARABLE = "not-comparable"  # the earlier value is missing or zero


Value = int | Decimal | str | Missing


@dataclass(frozen=True)
class Figure:
    """One number of one territory and period.

    `value` is an integer, an exact decimal, a word (a colour), or `Missing`. A share is in
    percent and carries `numerator` and `denominator`. `missing` lists the codes of the units
    that should have counted and did not file; they are in no sum. `source` names where the rows
    come from, `definition` what is counted (口径) and `definition_version` which wording.
    """

    code: str
    label: str
    value: Value
    unit: str = ""
    numerator: int | None = None
    denominator: int | None = None
    as_of: date | None = None
    period: Period | None = None
    missing: tuple[str, ...] = ()
    source: str = ""
    definition: str = ""
    definition_version: str = "1"

    @classmethod
    def of_fen(cls, code: str, label: str, fen: int, **more: Any) -> "Figure":
        """A sum of money, given in fen, told in yuan."""
        return cls(code, label, Decimal(json_yuan(fen)), "元", **more)

    @classmethod
    def of_share(cls, code: str, label: str, part: int, whole: int, **more: Any) -> "Figure":
        """A share in percent with its base; `Missing.NO_BASE` where the base is empty."""
        rate = percent(part, whole)
        value: Value = Missing.NO_BASE if rate is None else rate
        return cls(code, label, value, "%", numerator=part, denominator=whole, **more)

    @property
    def is_missing(self) -> bool:
        """Whether there is no number at all."""
        return isinstance(self.value, Missing)

    @property
    def value_text(self) -> str:
        """The value for people, with separators, without its unit; `—` where there is none."""
        if isinstance(self.value, Missing):
            return "—"
        return self.value if isinstance(self.value, str) else f"{self.value:,}"

    def short_code(self, report: str, scope: str) -> str:
        """The six characters printed beside this figure in this report about this territory."""
        return short_code(report, scope, self.period or "", self.code)

    def at(self, period: Period, as_of: date) -> "Figure":
        """The same figure marked with its period and the day it was taken."""
        return replace(self, period=period, as_of=as_of)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON: decimals as strings, dates and periods as their codes, a gap as null."""
        gap = self.value if isinstance(self.value, Missing) else None
        return {
            "code": self.code,
            "label": self.label,
            "value": None if gap else _plain(self.value),
            "gap": gap.value if gap else None,
            "unit": self.unit,
            "numerator": self.numerator,
            "denominator": self.denominator,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "period": self.period.code if self.period else None,
            "missing": list(self.missing),
            "source": self.source,
            "definition": self.definition,
            "definition_version": self.definition_version,
        }


@dataclass(frozen=True)
class Sentence:
    """A sentence of a report and the codes of the figures it states, in order."""

    text: str
    figure_codes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"text": self.text, "figure_codes": list(self.figure_codes)}


def _plain(value: Value) -> int | str:
    return f"{value:f}" if isinstance(value, Decimal) else value
