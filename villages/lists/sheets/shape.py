"""What a sheet is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from villages.common.columns import Kind

Value = str | int | float | Decimal | date | datetime | bool | None


@dataclass(frozen=True)
class SheetColumn:
    """One column: its header with the unit, how wide (characters), what kind of values.

    For sheets that people fill: `options` become a drop-down, `note` a hint at the cell,
    `required` a ★ before the header, `tint` a ground that says "not yours to fill".
    """

    header: str
    kind: Kind = Kind.TEXT
    width: int = 12
    unit: str = ""
    digits: int = 2
    options: Sequence[str] = ()
    required: bool = False
    note: str = ""
    tint: bool = False

    @property
    def heading(self) -> str:
        """The words of the header cell."""
        unit = f"({self.unit})" if self.unit else ""
        return f"{'★' if self.required else ''}{self.header}{unit}"


@dataclass(frozen=True)
class Sheet:
    """One sheet: lines above, the header, rows, totals, notes below.

    `rows` is read once, one row at a time. Values stand in the unit that is shown: yuan, not
    fen; a share between 0 and 1. The first line of `preamble` is the title. `merged` are ranges
    such as A4:A6 whose cells are shown as one: only the first of them should hold a value.
    """

    title: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[Value]]
    preamble: Sequence[Sequence[Value]] = field(default_factory=tuple)
    totals: Sequence[Value] | None = None
    notes: Sequence[str] = field(default_factory=tuple)
    hidden: bool = False
    landscape: bool = True
    freeze: int = 1
    merged: Sequence[str] = field(default_factory=tuple)

    @property
    def header_row(self) -> int:
        """The number of the row in which the header stands."""
        return len(self.preamble) + 1
