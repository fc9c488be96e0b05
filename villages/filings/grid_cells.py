"""What the grid page shows: a column, a cell with its mark, a village's row."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.filings import posted
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import Line
from villages.filings.values import unit_of

_MODES = {Kind.INTEGER: "numeric", Kind.YUAN: "decimal", Kind.DECIMAL: "decimal"}


@dataclass(frozen=True)
class Column:
    """One input at the head of the grid; `total` is the sum as text, `missing` in villages."""

    input: FilingInput
    unit: str
    words: tuple[str, ...]
    total: str
    missing: int
    is_summed: bool


@dataclass(frozen=True)
class GridCell:
    """One cell: its text, the value before, how they differ, and what must be said about it.

    `mark` is `same`, `changed`, `returned` or empty; `theirs` what another person wrote
    meanwhile, None where nobody did.
    """

    input: FilingInput
    place: str
    text: str
    last: str
    mark: str
    returned: str
    fault: str
    doubt: str
    note: str
    theirs: str | None

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{posted.VALUE}:{self.place}"

    @property
    def label(self) -> str:
        """What is asked, with its unit."""
        unit = unit_of(self.input)
        return f"{self.input.label}({unit})" if unit else str(self.input.label)

    @property
    def mode(self) -> str:
        """Which keys a phone offers."""
        return _MODES.get(self.input.kind, "")

    @property
    def is_listed(self) -> bool:
        """Whether its answers are offered in a list."""
        return bool(words_of(self.input))

    @property
    def problem(self) -> str:
        """What must be mended or explained before handing in."""
        return self.fault or self.doubt


@dataclass(frozen=True)
class Row:
    """One village: its state, and how far it is."""

    line: Line
    cells: tuple[GridCell, ...]
    state: str
    tone: str

    @property
    def changed(self) -> int:
        """Cells that differ from the value before."""
        return sum(one.mark == "changed" for one in self.cells)

    @property
    def problems(self) -> list[GridCell]:
        """Cells that must be mended or explained."""
        return [one for one in self.cells if one.problem]


def words_of(one: FilingInput) -> tuple[str, ...]:
    """The answers that may be given; empty where a number or date is typed."""
    if one.kind is Kind.BOOLEAN:
        return (_("是"), _("否"))
    return tuple(str(word) for _key, word in one.choices)
