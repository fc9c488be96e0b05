"""A township's month as its reviewer sees it: what changed, what is odd, what was said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Min

from villages.common.periods import Month
from villages.filings import values
from villages.filings.choices import FilingState, Mark
from villages.filings.doubts import Limits
from villages.filings.figures.sentences import copied
from villages.filings.figures.sheet import Cell, Line, Sheet, sheet
from villages.filings.models import Filing
from villages.filings.patterns import Handed, Pattern, Usual, patterns
from villages.filings.weighing import Place, weigh
from villages.models import Village


@dataclass(frozen=True)
class ReviewCell:
    """One answer: before, now, how far they are apart, how it came, what was said, what is odd."""

    cell: Cell
    doubt: str = ""

    @property
    def key(self) -> str:
        """The input's key."""
        return self.cell.input.key

    @property
    def now(self) -> str:
        """What the ledger holds for the month."""
        return values.show(self.cell.input, self.cell.stated)

    @property
    def is_changed(self) -> bool:
        """Whether it was typed anew."""
        return self.cell.mark == Mark.CHANGED

    @property
    def mark_label(self) -> str:
        """How it came, in words; nothing where it was not filed."""
        return str(Mark(self.cell.mark).label) if self.cell.mark else ""

    @property
    def change(self) -> str:
        """The difference to the value before, with its sign; only between two numbers."""
        now, last = self.cell.stated, self.cell.last
        if _number(now) is None or _number(last) is None or now == last:
            return ""
        shown = values.show(self.cell.input, abs(now - last))
        return f"{'+' if now > last else '−'}{shown}"


@dataclass(frozen=True)
class ReviewLine:
    """One village of the review: where it stands, and its answers."""

    line: Line
    cells: tuple[ReviewCell, ...]

    @property
    def code(self) -> str:
        """The village's code."""
        return self.line.code

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for the reviewer."""
        return self.line.state == FilingState.SUBMITTED

    @property
    def may_return(self) -> bool:
        """Whether it may be sent back: also one accepted by mistake."""
        return self.line.state in {FilingState.SUBMITTED, FilingState.ACCEPTED}

    @property
    def changed(self) -> int:
        """How many answers were typed anew."""
        return sum(one.is_changed for one in self.cells)

    @property
    def doubts(self) -> int:
        """How many answers look odd."""
        return sum(bool(one.doubt) for one in self.cells)

    @property
    def explained(self) -> int:
        """How many odd answers carry a sentence."""
        return sum(bool(one.cell.note) for one in self.cells)


@dataclass(frozen=True)
class Review:
    """The month of one township on its reviewer's desk, with what stands out in how it came."""

    month: Month
    lines: tuple[ReviewLine, ...]
    patterns: tuple[Pattern, ...]

    def count(self, *states: str) -> int:
        """Villages in one of these states (`""`: not begun)."""
        return sum(one.line.state in states for one in self.lines)

    @property
    def waiting(self) -> tuple[ReviewLine, ...]:
        """Villages that wait for the reviewer."""
        return tuple(one for one in self.lines if one.is_waiting)

    def line(self, code: str) -> ReviewLine | None:
        """One village by its code."""
        return next((one for one in self.lines if one.code == code), None)


def review(
    villages: Iterable[Village], county: str, month: Month, due_on: date,
    limits: Limits, usual: Usual,
) -> Review:  # fmt: skip
    """These villages' month. Eight queries at most, and one or two for each ledger asked.

    Doubts weigh what the ledgers state against history and neighbours, explained or not.
    """
    grid = sheet(villages, county, month)
    odd = weigh(grid, {}, {}, limits).doubts
    lines = tuple(_review_line(line, odd) for line in grid.lines)
    return Review(month, lines, tuple(_patterns(grid, due_on, usual)))


def _review_line(line: Line, odd: Mapping[Place, str]) -> ReviewLine:
    """What a township has not handed in is not the reviewer's business yet: no cells."""
    cells = line.cells if _handed(line) else ()
    return ReviewLine(
        line, tuple(ReviewCell(one, odd.get((line.code, one.input.key), "")) for one in cells)
    )


def _handed(line: Line) -> bool:
    return line.state in {FilingState.SUBMITTED, FilingState.RETURNED, FilingState.ACCEPTED}


def _patterns(grid: Sheet, due_on: date, usual: Usual) -> list[Pattern]:
    pks = [line.village for line in grid.lines if _handed(line)]
    times = _times(pks, grid.month)
    handed = [_one(line, *times[line.village]) for line in grid.lines if line.village in times]
    texts = {one.code: one.notes for one in handed if one.notes}
    alike = copied(texts, grid.month, usual.likeness)
    return patterns(handed, due_on, _first_sent(pks), usual, alike)


def _one(line: Line, saved_at: datetime | None, sent_at: datetime | None) -> Handed:
    changed = {
        cell.input.key: values.show(cell.input, cell.stated)
        for cell in line.cells
        if cell.mark == Mark.CHANGED and _number(cell.stated)
    }
    notes = [cell.note for cell in line.cells if cell.note]
    return Handed(line.code, saved_at, sent_at, changed, notes)


def _times(villages: list[int], month: Month) -> dict[int, tuple[Any, Any]]:
    """When each filing was last saved as a draft and first sent. One query."""
    rows = Filing.objects.of_villages(villages).of_month(month)
    return {pk: (a, b) for pk, a, b in rows.values_list("village", "draft_at", "first_sent_at")}


def _first_sent(villages: list[int]) -> dict[int, datetime]:
    """The first submission of every month of these villages. One query."""
    rows = Filing.objects.of_villages(villages).exclude(first_sent_at=None)
    return dict(rows.order_by().values_list("month").annotate(first=Min("first_sent_at")))


def _number(value: Any) -> Any:
    """The value if it is a number, zero included; None for everything else."""
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return value if is_number else None
