"""One input of one village as a page shows it: label, text, unit, echo, what was there before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.common.money import wan_text
from villages.filings import posted, values
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import Cell, Line
from villages.filings.values import unit_of
from villages.filings.weighing import Weighed

_MODES = {Kind.INTEGER: "numeric", Kind.YUAN: "decimal", Kind.DECIMAL: "decimal"}
_ECHO_FROM = 1_000_000


@dataclass(frozen=True)
class Box:
    """A cell with the text that stands in it, and `fault`, what is wrong with that text.

    `doubt` asks for one sentence, `note` is that sentence. `theirs` is what somebody else saved
    meanwhile, None where there is no disagreement.
    """

    code: str
    cell: Cell
    text: str
    fault: str = ""
    doubt: str = ""
    note: str = ""
    theirs: str | None = None

    @property
    def input(self) -> FilingInput:
        """What is asked."""
        return self.cell.input

    @property
    def name(self) -> str:
        """The name and id of its field."""
        return posted.name_of(posted.VALUE, self.code, self.input.key)

    @property
    def seen_name(self) -> str:
        """The name under which the page carries what it showed."""
        return posted.name_of(posted.SEEN, self.code, self.input.key)

    @property
    def note_name(self) -> str:
        """The name of the sentence beside it."""
        return posted.name_of(posted.NOTE, self.code, self.input.key)

    @property
    def pick_name(self) -> str:
        """The name of the choice between mine and theirs."""
        return posted.name_of("pick", self.code, self.input.key)

    @property
    def unit(self) -> str:
        """The unit of what is typed."""
        return unit_of(self.input)

    @property
    def mode(self) -> str:
        """Which keys a phone offers."""
        return _MODES.get(self.input.kind, "text")

    @property
    def is_money(self) -> bool:
        """Whether large amounts are echoed in 万元."""
        return self.input.kind is Kind.YUAN

    @property
    def echo(self) -> str:
        """A large amount once more in 万元."""
        value = values.read(self.input, self.text).value if self.is_money else None
        return _("= %s 万元") % wan_text(value) if value and value >= _ECHO_FROM else ""

    @property
    def options(self) -> list[str]:
        """What may be chosen, an answer that is none of it included; empty where one types."""
        known = _options(self.input)
        return known and ["", *known, *({self.text} - {"", *known})]

    @property
    def is_same(self) -> bool:
        """Whether it stands as it was before."""
        return bool(self.text) and self.text == self.cell.last_text


def boxes(line: Line, typed: Mapping[str, str], weighed: Weighed | None = None) -> list[Box]:
    """The inputs of a village: what was typed just now before what is known."""
    return [
        _box(line.code, cell, typed.get(cell.input.key, cell.text), weighed) for cell in line.cells
    ]


def _box(code: str, cell: Cell, text: str, weighed: Weighed | None) -> Box:
    place = (code, cell.input.key)
    if weighed is None:
        return Box(code, cell, text, note=cell.drafted_note)
    return Box(
        code, cell, text, weighed.faults.get(place, ""), weighed.doubts.get(place, ""),
        weighed.notes.get(place, ""),
    )  # fmt: skip


def told(one: FilingInput, text: str) -> str:
    """A text with its unit, for reading."""
    return f"{text} {unit_of(one)}".strip() if text else ""


def _options(one: FilingInput) -> list[Any]:
    if one.kind is Kind.BOOLEAN:
        return [_("是"), _("否")]
    return [str(label) for _key, label in one.choices]
