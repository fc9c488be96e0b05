"""A whole report as a value."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from rectification.reports.content.cells import Table
from rectification.reports.content.items import Item
from rectification.reports.content.lines import Line
from rectification.reports.content.parts import Chart, Problem, Section
from villages.common.figures import Sentence


@dataclass(frozen=True)
class ReportContent:
    """What a report says about a county (six digits) or a city (four) in a period.

    `is_open` marks a period that is not closed yet: such a report is a draft whatever happens to
    it. `front` are the sentences of page one about gaps and bounds. `bases` are the frozen rows
    behind the figures, `tables` what is printed. `figures` stand in the order of their numbers:
    1, 2, 3 … as they come up in the text, then in the tables.
    """

    kind: str
    period: str
    county_code: str
    county_name: str
    organ: str
    title: str
    recipients: str
    date_text: str
    as_of: str
    is_open: bool
    note: str
    front: tuple[Line, ...]
    sections: tuple[Section, ...]
    figures: tuple[Item, ...]
    bases: tuple[Table, ...]
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    problems: tuple[Problem, ...] = ()
    copies: str = ""
    root: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Figures by code."""
        return {one.code: one for one in self.figures}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each figure, from 1; an extract keeps those of the whole report."""
        if "numbers" in self.facts:
            return dict(self.facts["numbers"])
        return {one.code: place for place, one in enumerate(self.figures, 1)}

    @cached_property
    def base_of(self) -> dict[str, Table]:
        """The frozen rows by key."""
        return {one.key: one for one in self.bases}

    def figure(self, code: str) -> Item:
        """A figure by its code. Raises `KeyError`."""
        return self.by_code[code]

    def table(self, key: str) -> Table:
        """A printed table by its key. Raises `StopIteration` where there is none."""
        return next(one for one in self.tables if one.key == key)

    @property
    def villages(self) -> Table:
        """The frozen rows of villages."""
        return self.base_of["villages"]

    @property
    def lines(self) -> Iterator[Line]:
        """Every sentence, page one first."""
        yield from self.front
        for section in self.sections:
            yield from section.lines

    def said(self, line: Line) -> Sentence:
        """A sentence in words."""
        return line.said(lambda code, form: self.by_code[code].shown(form))

    @property
    def missing(self) -> list[dict[str, Any]]:
        """What is not in the figures: which figure, which units."""
        return [
            {"figure": one.code, "label": one.label, "units": list(one.missing), "gap": one.gap}
            for one in self.figures
            if (one.missing or one.gap) and not one.unit_code
        ]

    @property
    def characters(self) -> int:
        """Characters of the text without tables: documents are kept short (4,000)."""
        headings = sum(
            len(section.heading) + sum(len(part.heading) for part in section.paragraphs)
            for section in self.sections
        )
        return headings + sum(len(self.said(line).text) for line in self.lines)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        light = asdict(replace(self, bases=(), tables=()))
        rows = {name: tuple(one.to_json() for one in getattr(self, name)) for name in _ROWS}
        return {**light, **rows}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "ReportContent":
        """The report again, equal to the one that was stored."""
        fields = dict(stored)
        for name, kind in _PARTS.items():
            fields[name] = tuple(kind.from_json(one) for one in stored[name])
        return cls(**fields)


# The rows are most of a report.
_ROWS = ("bases", "tables")
_PARTS: dict[str, Any] = {
    "front": Line, "sections": Section, "figures": Item, "bases": Table, "tables": Table,
    "charts": Chart, "problems": Problem,
}  # fmt: skip
