"""A sheet on its way to the grid page: every cell compared with the value before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from villages.filings import values
from villages.filings.choices import FilingState
from villages.filings.figures.sheet import Cell, Line, Sheet
from villages.filings.figures.totals import Total, is_summed, totals
from villages.filings.grid_cells import Column, GridCell, Row, words_of
from villages.filings.values import unit_of
from villages.filings.weighing import Place

_TONES = {FilingState.RETURNED: "bad", FilingState.DRAFT: "info"}


@dataclass(frozen=True)
class Said:
    """What a checking found, by village code and input, and what the person typed just now."""

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    faults: Mapping[Place, str] = field(default_factory=dict)
    doubts: Mapping[Place, str] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """The head and the foot of the grid."""
    return tuple(_column(one) for one in totals(sheet))


def rows(sheet: Sheet, said: Said) -> tuple[Row, ...]:
    """The body of the grid."""
    return tuple(_row(line, said) for line in sheet.lines)


def _column(total: Total) -> Column:
    one = total.input
    shown = values.show(one, total.value)
    return Column(one, unit_of(one), words_of(one), shown, total.missing, is_summed(one))


def _row(line: Line, said: Said) -> Row:
    typed: Mapping[str, str] = said.texts.get(line.code, {})
    cells = tuple(_cell(line, cell, typed.get(cell.input.key), said) for cell in line.cells)
    state = FilingState(line.state).label if line.state else _("未开始")
    return Row(line, cells, str(state), _tone(line.state))


def _tone(state: str) -> str:
    return _TONES.get(FilingState(state), "plain") if state else "waiting"


def _cell(line: Line, cell: Cell, typed: str | None, said: Said) -> GridCell:
    text = cell.text if typed is None else typed
    place = (line.code, cell.input.key)
    is_stale = line.code in said.stale and text != cell.text
    return GridCell(
        input=cell.input, place=f"{line.code}:{cell.input.key}", text=text, last=cell.last_text,
        mark=_mark(cell, text), returned=cell.returned, fault=said.faults.get(place, ""),
        doubt=said.doubts.get(place, ""), note=cell.drafted_note,
        theirs=cell.text if is_stale else None,
    )  # fmt: skip


def _mark(cell: Cell, text: str) -> str:
    if cell.returned:
        return "returned"
    read = values.read(cell.input, text)
    if not read.fault and read.value == cell.last:
        return "" if cell.last is None else "same"
    return "changed"
