"""Codes that people type from paper: 7K2M9Q-12, however it is written. Pure."""

import re
import unicodedata
from dataclasses import dataclass

from villages.common.short_codes import read_short_code

_LENGTH = 6
_GAPS = re.compile(r"[\s\-‐-―−_·.。,，、#]+")
_FIGURES = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True)
class TypedCode:
    """The report's code, and the number of a figure in it; None where the report alone is
    meant."""

    report: str
    number: int | None

    @property
    def short(self) -> str:
        """As it is printed."""
        return self.report if self.number is None else f"{self.report}-{self.number}"


def read_typed_code(typed: str) -> TypedCode | None:
    """The code that a person meant: full-width or small letters, O for 0, any dash or blank or
    none; None if it cannot be one."""
    text = _GAPS.sub("", unicodedata.normalize("NFKC", typed)).upper()
    report = read_short_code(text[:_LENGTH])
    rest = text[_LENGTH:].translate(_FIGURES)
    if report is None or not (rest == "" or (rest.isascii() and rest.isdecimal())):
        return None
    number = int(rest[:6]) if rest else None
    return None if number == 0 else TypedCode(report, number)
