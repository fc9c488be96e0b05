"""The hidden stamp by which a template of ours is known when it comes back."""

from dataclasses import dataclass

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.periods.parsing import parse_month
from villages.imports.reading.run import Book

SHEET = "模板信息"
MARK = "village-portal-template"


@dataclass(frozen=True)
class Stamp:
    """For which kind, county, scope and month a template was made, and of which version."""

    kind: str
    version: str
    county: str
    unit: str = ""
    period: Month | None = None

    def rows(self) -> list[list[str]]:
        """The hidden sheet, row by row."""
        period = self.period.code if self.period else ""
        return [
            ["mark", MARK], ["kind", self.kind], ["version", self.version],
            ["county", self.county], ["unit", self.unit], ["period", period],
        ]  # fmt: skip


def stamp_of(book: Book) -> Stamp | None:
    """The stamp of a returned template; None for anybody else's workbook."""
    for sheet in book.sheets:
        if sheet.name != SHEET:
            continue
        said = {str(row[0]): str(row[1]) for row in sheet.rows if len(row) > 1 and row[1]}
        if said.get("mark") == MARK:
            return Stamp(
                said.get("kind", ""), said.get("version", ""), said.get("county", ""),
                said.get("unit", ""), _month(said.get("period", "")),
            )  # fmt: skip
    return None


def _month(text: str) -> Month | None:
    try:
        return parse_month(text) if text else None
    except DomainError:
        return None
