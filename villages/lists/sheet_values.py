"""A list's rows as rows of a sheet: numbers as numbers, words as on the screen."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Column, Kind
from villages.lists.cells import Row, colour_words, exact, labels, month_text, reader
from villages.lists.sheets import SheetColumn

Value = Callable[[Row], Any]
_FEN = {Kind.YUAN: Decimal(100), Kind.WAN: Decimal(1_000_000)}


def sheet_columns(columns: Sequence[Column]) -> list[SheetColumn]:
    """The columns of the sheet; a share's base stands in a column of its own beside it."""
    return [one for column in columns for one in _heads(column)]


def sheet_rows(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[list[Any]]:
    """The dicts of `values()` as lists that fit `sheet_columns`."""
    readers = [read for column in columns for read in _readers(column)]
    return ([read(row) for read in readers] for row in rows)


def sheet_totals(columns: Sequence[Column], totals: dict[str, Any]) -> list[Any] | None:
    """The totals row, None where no column asks for a sum."""
    if not totals:
        return None
    cells = [cell for column in columns for cell in _total(column, totals)]
    return [cells[0] if cells[0] is not None else _("合计"), *cells[1:]]


def _heads(column: Column) -> Iterator[SheetColumn]:
    header, unit = str(column.header), str(column.shown_unit)
    yield SheetColumn(header, column.kind, column.width, unit, column.digits)
    if column.base:
        yield SheetColumn(_("%(header)s基数") % {"header": header}, Kind.INTEGER, 10)


def _readers(column: Column) -> Iterator[Value]:
    read, convert, base = reader(column), _converter(column), column.base

    def value(row: Row) -> Any:
        raw = read(row)
        return None if raw is None else convert(raw)

    yield value
    if base:
        yield lambda row: row[base]


def _total(column: Column, totals: dict[str, Any]) -> Iterator[Any]:
    value = totals.get(column.key)
    yield None if value is None else _converter(column)(value)
    if column.base:
        yield None


def _converter(column: Column) -> Callable[[Any], Any]:
    """Gives the value of a cell, for values that are not None."""
    match column.kind:
        case Kind.YUAN | Kind.WAN:
            scale = _FEN[column.kind]
            return lambda fen: Decimal(fen) / scale
        case Kind.CHOICE | Kind.COLOUR:
            words = colour_words() if column.kind is Kind.COLOUR else labels(column.choices)
            return lambda value: words.get(str(value), str(value))
        case Kind.SHARE:
            return lambda value: Decimal(exact(value).numerator) / exact(value).denominator
        case Kind.MONTH:
            return month_text
        case Kind.TEXT | Kind.CODE:
            return str
        case _:
            return lambda value: value
