"""What a submission would change: before and now, odd values, faults; the rest only counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from villages.filings import values
from villages.filings.boxes import told
from villages.filings.choices import Mark
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import Cell, Line, Sheet
from villages.filings.weighing import Weighed


@dataclass(frozen=True)
class Difference:
    """One value worth a look: before and now as texts with their unit.

    `fault` forbids handing in, `doubt` asks for one sentence, `note` is that sentence,
    `returned` says why the county sent it back.
    """

    input: FilingInput
    code: str
    before: str
    now: str
    fault: str = ""
    doubt: str = ""
    note: str = ""
    returned: str = ""

    @property
    def asks_note(self) -> bool:
        """Whether a sentence is asked for, or was given."""
        return bool(self.doubt or self.note)


@dataclass(frozen=True)
class Reviewed:
    """One village: what is worth a look, and how many values were changed, confirmed, left empty.

    Every asked input is counted exactly once, those that cannot be read as faults.
    """

    code: str
    name: str
    state: str
    version: int
    differences: tuple[Difference, ...]
    changed: int
    confirmed: int
    empty: int

    @property
    def faults(self) -> int:
        """Values that cannot be read."""
        return sum(bool(one.fault) for one in self.differences)

    @property
    def doubts(self) -> int:
        """Odd values without a sentence."""
        return sum(bool(one.doubt) for one in self.differences)


@dataclass(frozen=True)
class Totals:
    """Sums over villages, in values; `villages` counts villages."""

    villages: int
    changed: int
    confirmed: int
    empty: int
    faults: int
    doubts: int


def reviewed(sheet: Sheet, weighed: Weighed) -> list[Reviewed]:
    """The villages that are not handed in yet. No query."""
    return [_one(line, weighed) for line in sheet.lines if line.is_open]


def totals(rows: Iterable[Reviewed]) -> Totals:
    """Their sums."""
    found = list(rows)
    return Totals(
        len(found),
        *(
            sum(getattr(one, name) for one in found)
            for name in ("changed", "confirmed", "empty", "faults", "doubts")
        ),
    )


def _one(line: Line, weighed: Weighed) -> Reviewed:
    marks = [weighed.marks.get((line.code, cell.input.key)) for cell in line.cells]
    found = [one for cell in line.cells if (one := _difference(line, cell, weighed))]
    faults = sum(bool(one.fault) for one in found)
    return Reviewed(
        line.code, line.name, line.state, line.version, tuple(found),
        marks.count(Mark.CHANGED), marks.count(Mark.CONFIRMED), marks.count(None) - faults,
    )  # fmt: skip


def _difference(line: Line, cell: Cell, weighed: Weighed) -> Difference | None:
    place = (line.code, cell.input.key)
    fault, doubt = weighed.faults.get(place, ""), weighed.doubts.get(place, "")
    is_cleared = not cell.text and cell.last is not None
    wanted = weighed.marks.get(place) == Mark.CHANGED or is_cleared
    if not (wanted or fault or doubt or cell.returned):
        return None
    return Difference(
        cell.input, line.code, told(cell.input, cell.last_text), _now(cell, weighed, place),
        fault, doubt, weighed.notes.get(place, ""), cell.returned,
    )  # fmt: skip


def _now(cell: Cell, weighed: Weighed, place: tuple[str, str]) -> str:
    """As it will be written, so that 3.5万 reads as 35000 元."""
    value: Any = weighed.answers[place[0]].get(place[1])
    return told(cell.input, cell.text if value is None else values.show(cell.input, value))
