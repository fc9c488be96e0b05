"""Sentences with places for figures.

A pattern is text with `{code}` or `{code:form}` where a figure stands and `{=text}` where another
number stands that is no figure of the report: a day, a limit, the number of a document. Outside of
braces a pattern holds no digit, so that no number on paper lacks its rows.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from villages.common.figures import Sentence

_PLACE = re.compile(r"\{(=)?([^{}]*)\}")
_DIGIT = re.compile(r"[0-9０-９]")
_DIGITS = re.compile(r"[0-9０-９]+")
# What people may type: days and the numbers of documents.
_TYPED = re.compile(
    r"\d{4}年(\d{1,2}月)?(\d{1,2}日)?|\d{1,2}月(\d{1,2}日)?|\d{1,2}日|〔\d{4}〕\d+号|第\d{1,2}号"
)


@dataclass(frozen=True)
class Line:
    """One sentence. `key` is stable from one making to the next, so that amended words find their
    sentence again."""

    key: str
    pattern: str

    @property
    def figure_codes(self) -> tuple[str, ...]:
        """The figures that it states, in order."""
        return tuple(code for code, _form in places(self.pattern))

    def said(self, show: Callable[[str, str], str]) -> Sentence:
        """The sentence in words; `show` prints a figure by code and form."""
        return Sentence(filled(self.pattern, show), self.figure_codes)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Line":
        """The sentence again."""
        return cls(stored["key"], stored["pattern"])


def places(pattern: str) -> list[tuple[str, str]]:
    """Code and form of each figure of a pattern, in order."""
    found = [match[2] for match in _PLACE.finditer(pattern) if not match[1]]
    return [(one.partition(":")[0], one.partition(":")[2]) for one in found]


def filled(pattern: str, show: Callable[[str, str], str]) -> str:
    """The pattern in words."""

    def one(match: re.Match[str]) -> str:
        code, _colon, form = match[2].partition(":")
        return match[2] if match[1] else show(code, form)

    return _PLACE.sub(one, pattern)


def plain(text: str) -> str:
    """Words as they may stand in a pattern: names with digits or braces keep both."""
    return _DIGITS.sub(r"{=\g<0>}", text.translate(_BRACES))


_BRACES = str.maketrans({"{": "（", "}": "）"})


def loose_digits(pattern: str) -> list[str]:
    """Digits that stand outside of every place."""
    return _DIGIT.findall(_PLACE.sub("", pattern))


def typed_digits(pattern: str) -> list[str]:
    """Numbers that a person typed and that are neither a day nor the number of a document."""
    return _DIGIT.findall(_TYPED.sub("", _PLACE.sub("", pattern)))
