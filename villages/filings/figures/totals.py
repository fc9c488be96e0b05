"""Sums of the grid's columns."""

from dataclasses import dataclass
from decimal import Decimal

from villages.common.columns import Kind
from villages.filings import values
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import Sheet

SUMMED = frozenset({Kind.INTEGER, Kind.YUAN, Kind.DECIMAL})


@dataclass(frozen=True)
class Total:
    """What stands in one column, added up in the unit of the input (fen for money).

    `value` is None where a column is not added up or nothing can be read; `missing` counts
    the villages without a readable answer: they are in no sum.
    """

    input: FilingInput
    value: int | Decimal | None
    missing: int


def totals(sheet: Sheet) -> tuple[Total, ...]:
    """One total for each input, of what the cells say now. No query."""
    return tuple(_total(sheet, place, one) for place, one in enumerate(sheet.inputs))


def _total(sheet: Sheet, place: int, one: FilingInput) -> Total:
    read = [values.read(one, line.cells[place].text) for line in sheet.lines]
    known = [typed.value for typed in read if not typed.fault and typed.value is not None]
    value = sum(known) if is_summed(one) and known else None
    return Total(one, value, len(read) - len(known))


def is_summed(one: FilingInput) -> bool:
    """Whether adding up villages says something: not so for a day of the month."""
    return one.kind in SUMMED and one.compared
