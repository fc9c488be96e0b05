"""What a report says, frozen: figures, sentences, tables. Knows no database and no paper.

It is plain JSON both ways, so that a report is drawn again years later from what was stored.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from villages.common.figures import Figure, Sentence

Cell = str | int | None


@dataclass(frozen=True)
class Formula:
    """How a figure comes from the village table: the sum of a column, or the number of rows in
    which the column has this value (any value where `equals` is None)."""

    column: str
    fold: str = "sum"
    equals: Cell = None


@dataclass(frozen=True)
class Item:
    """One figure of the report; `value` is a whole number, a decimal as text, or None with the
    reason in `gap`. `missing` names the units that should have counted."""

    code: str
    label: str
    value: int | str | None
    unit: str = ""
    gap: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    definition: str = ""
    source: str = ""
    missing: tuple[str, ...] = ()
    formula: Formula | None = None

    @classmethod
    def of(cls, figure: Figure, formula: Formula | None = None) -> "Item":
        """A figure as the report keeps it."""
        stated = figure.to_json()
        kept = ("code", "label", "value", "unit", "gap", "numerator", "denominator",
                "definition", "source")  # fmt: skip
        fields = {key: stated[key] for key in kept}
        return cls(**fields, missing=figure.missing, formula=formula)


@dataclass(frozen=True)
class Table:
    """A table: keys and headers of its columns, rows of plain cells."""

    key: str
    title: str
    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, key: str) -> list[Cell]:
        """One column from top to bottom."""
        place = self.keys.index(key)
        return [row[place] for row in self.rows]


@dataclass(frozen=True)
class Section:
    """A heading and its sentences, each with the codes of the figures it states."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class ReportContent:
    """A whole report. `is_open` marks a period that is not closed yet: such a report is a draft
    whatever happens to it. `villages` is the frozen table behind the figures."""

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
    sections: tuple[Section, ...]
    figures: tuple[Item, ...]
    villages: Table
    tables: tuple[Table, ...] = field(default_factory=tuple)

    def figure(self, code: str) -> Item:
        """A figure by its code."""
        return next(one for one in self.figures if one.code == code)

    @property
    def missing(self) -> list[dict[str, Any]]:
        """What is not in the figures: which figure, which units."""
        return [
            {"figure": one.code, "label": one.label, "units": list(one.missing), "gap": one.gap}
            for one in self.figures
            if one.missing or one.gap
        ]

    @property
    def characters(self) -> int:
        """Characters of the text without tables: documents are kept short (4,000)."""
        return sum(
            len(section.heading) + sum(len(one.text) for one in section.sentences)
            for section in self.sections
        )

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "ReportContent":
        """The report again, equal to the one that was stored."""
        fields = dict(stored)
        fields["sections"] = tuple(_section(one) for one in stored["sections"])
        fields["figures"] = tuple(_item(one) for one in stored["figures"])
        fields["villages"] = _table(stored["villages"])
        fields["tables"] = tuple(_table(one) for one in stored["tables"])
        return cls(**fields)


def fold(formula: Formula, table: Table) -> int:
    """What the frozen rows give for a formula; unknown cells are in no sum and no count."""
    cells = [cell for cell in table.column(formula.column) if cell is not None]
    if formula.fold == "sum":
        return sum(cell for cell in cells if isinstance(cell, int))
    return len([cell for cell in cells if formula.equals in (None, cell)])


def _section(stored: Mapping[str, Any]) -> Section:
    sentences = (Sentence(one["text"], tuple(one["figure_codes"])) for one in stored["sentences"])
    return Section(stored["heading"], tuple(sentences))


def _item(stored: Mapping[str, Any]) -> Item:
    formula = Formula(**stored["formula"]) if stored["formula"] else None
    return Item(**{**stored, "missing": tuple(stored["missing"]), "formula": formula})


def _table(stored: Mapping[str, Any]) -> Table:
    rows = tuple(tuple(row) for row in stored["rows"])
    keys, headers = tuple(stored["keys"]), tuple(stored["headers"])
    return Table(stored["key"], stored["title"], keys, headers, rows)
