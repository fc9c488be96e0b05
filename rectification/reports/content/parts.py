"""Parts of a report: sections, problems, charts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rectification.reports.content.lines import Line


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together, below a heading of the second level where it has one."""

    heading: str
    lines: tuple[Line, ...]

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Paragraph":
        """The paragraph again."""
        return cls(stored["heading"], tuple(Line.from_json(one) for one in stored["lines"]))


@dataclass(frozen=True)
class Section:
    """A heading of the first level and its paragraphs. `tables` are keys of tables that stand in
    the text, `charts` those of charts."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its sentences."""
        return tuple(line for part in self.paragraphs for line in part.lines)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Section":
        """The section again."""
        paragraphs = tuple(Paragraph.from_json(one) for one in stored["paragraphs"])
        names = {name: tuple(stored.get(name) or ()) for name in ("tables", "charts")}
        return cls(stored["key"], stored["heading"], paragraphs, **names)


@dataclass(frozen=True)
class Problem:
    """Something found about named units. `kind` and `units` recognise it in the next report:
    whoever stands in both has it again. `line` says it; `unit_codes` are townships or villages,
    `unit_names` the same as they are printed."""

    kind: str
    title: str
    line: Line
    unit_codes: tuple[str, ...] = ()
    unit_names: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Problem":
        """The problem again."""
        return cls(
            stored["kind"], stored["title"], Line.from_json(stored["line"]),
            tuple(stored["unit_codes"]), tuple(stored["unit_names"]),
        )  # fmt: skip


@dataclass(frozen=True)
class Series:
    """One row of bars or one line of a chart: a figure code for each place, None for a gap."""

    name: str
    codes: tuple[str | None, ...]
    colour: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart over figures of the report: `bars`, `stacked` or `line`."""

    key: str
    title: str
    kind: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Chart":
        """The chart again."""
        series = tuple(
            Series(one["name"], tuple(one["codes"]), one["colour"]) for one in stored["series"]
        )
        return cls(**{**stored, "names": tuple(stored["names"]), "series": series})
