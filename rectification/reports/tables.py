"""Tables over figures: one township a row, one figure a cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rectification.reports.content import Cell, Table
from rectification.reports.told import Known

UNIT = "乡镇（街道）"


@dataclass(frozen=True)
class Shown:
    """A column of a table: its header, the figure whose value for each township stands in it,
    how it is printed (see `Item.shown`), and how wide it is beside the others. With `total`
    unset the last row leaves the cell empty: a rank has no sum."""

    header: str
    code: str
    form: str = ""
    width: int = 5
    total: bool = True


def township_table(
    known: Known, key: str, title: str, columns: Sequence[Shown], *, units: Iterable[str] = ()
) -> Table:
    """A row for each township (or for `units`, in their order) and one for the whole."""
    whole = tuple(one.code if one.total else None for one in columns)
    named = [
        (known.asked.townships[unit], _row(known, columns, unit))
        for unit in units or known.asked.townships
    ]
    lines = [*named, ("合计", whole)]
    return Table(
        key=key, title=title, keys=("unit", *(one.code for one in columns)),
        headers=(UNIT, *(one.header for one in columns)),
        rows=tuple((name, *_texts(known, columns, cells)) for name, cells in lines),
        codes=tuple((None, *cells) for _name, cells in lines),
        total=True, widths=(9, *(one.width for one in columns)),
    )  # fmt: skip


def _row(known: Known, columns: Sequence[Shown], unit: str) -> tuple[str | None, ...]:
    found = (f"{one.code}.{unit}" for one in columns)
    return tuple(code if code in known.items else None for code in found)


def _texts(known: Known, columns: Sequence[Shown], codes: Sequence[str | None]) -> Iterator[Cell]:
    for one, code in zip(columns, codes, strict=True):
        yield known.items[code].shown(one.form) if code and code in known.items else ""


def numbered(
    key: str, title: str, headers: Sequence[str], rows: Iterable[Sequence[Cell]],
    widths: Sequence[int] = (), note: str = "",
) -> Table:  # fmt: skip
    """A list of words with running numbers in its first column."""
    lines = tuple((number, *row) for number, row in enumerate(rows, 1))
    keys = tuple(f"c{place}" for place in range(len(headers) + 1))
    wide = (4, *widths) if widths else ()
    return Table(key, title, keys, ("序号", *headers), lines, note=note, widths=wide)
