"""From a figure on paper to the frozen rows that it was computed from. Pure."""

import re
from dataclasses import dataclass

from rectification.reports.content import Cell, Item, ReportContent
from rectification.reports.formula_words import formula_words
from rectification.reports.traced_parts import Part, parts_of
from villages.common.scope import Scope

__all__ = ["Part", "Said", "Traced", "code_of", "parts_of", "trace"]
_NUMBER = re.compile(r"(?:[0-9A-Z]{6}-)?([0-9]{1,5})")


@dataclass(frozen=True)
class Said:
    """A sentence that states the figure: its key and its words."""

    key: str
    text: str


@dataclass(frozen=True)
class Traced:
    """A figure with everything behind it. `number` is the one printed, `short` the code that leads
    here (empty where the report's code is not told). `title`, `headers` and `rows` are those of the
    first part; a figure that is a gap without a formula has none. `siblings` stand in the same
    sentences and rows of tables, `tables` are the printed tables that show it."""

    item: Item
    number: int
    short: str
    definition: str
    formula_words: str
    parts: tuple[Part, ...]
    siblings: tuple[Item, ...]
    sentences: tuple[Said, ...]
    tables: tuple[str, ...]

    @property
    def title(self) -> str:
        """The frozen table of the first part."""
        return self.parts[0].title if self.parts else ""

    @property
    def headers(self) -> tuple[str, ...]:
        """Its headers."""
        return self.parts[0].headers if self.parts else ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys of columns."""
        return self.parts[0].keys if self.parts else ()

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Its rows that count."""
        return self.parts[0].rows if self.parts else ()


def trace(
    content: ReportContent, code: str, report_code: str = "", scope: Scope | None = None
) -> Traced:
    """The figure of this code, number (12) or short code (7K2M9Q-12). Raises `KeyError`.

    A figure stands on paper for everybody who has the paper; its rows are shown inside the
    reader's territory `scope` alone (None: all of them).
    """
    item = content.figure(code_of(content, code, report_code))
    number = content.numbers[item.code]
    words = formula_words(item.formula, content.base_of) if item.formula else ""
    lines = [line for line in content.lines if item.code in line.figure_codes]
    return Traced(
        item, number, f"{report_code}-{number}" if report_code else "", item.definition, words,
        parts_of(content, item, scope), _siblings(content, item.code),
        tuple(Said(line.key, content.said(line).text) for line in lines),
        tuple(one.title for one in content.tables if item.code in one.figure_codes),
    )  # fmt: skip


def code_of(content: ReportContent, asked: str, report_code: str = "") -> str:
    """The dotted code that is meant. Raises `KeyError`, also for another report's short code."""
    if asked in content.by_code:
        return asked
    match = _NUMBER.fullmatch(asked.strip().upper())
    other = "-" in asked and report_code and not asked.upper().startswith(f"{report_code}-")
    if match is None or other or not 1 <= int(match[1]) <= len(content.figures):
        raise KeyError(asked)
    return content.figures[int(match[1]) - 1].code


def _siblings(content: ReportContent, code: str) -> tuple[Item, ...]:
    lines = [line.figure_codes for line in content.lines]
    rows = [[one for one in row if one] for table in content.tables for row in table.codes]
    found = dict.fromkeys(one for group in (*lines, *rows) if code in group for one in group)
    return tuple(content.by_code[one] for one in found if one != code and one in content.by_code)
