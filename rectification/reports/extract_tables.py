"""Rows, lists and charts of a report that one township is given. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from rectification.reports.content import Cell, Chart, ReportContent, Table
from rectification.reports.extract_names import Names


def own_bases(content: ReportContent, unit_code: str, names: Names) -> tuple[Table, ...]:
    """The frozen rows of the township; of tables without townships those that name nobody else."""
    return tuple(
        replace(base, rows=tuple(_own_rows(base, unit_code, names))) for base in content.bases
    )


def _own_rows(base: Table, unit_code: str, names: Names) -> Iterator[tuple[Cell, ...]]:
    if "township_code" not in base.keys:
        yield from (row for row in base.rows if not any(map(names.foreign, row)))
        return
    place = base.place("township_code")
    yield from (row for row in base.rows if row[place] == unit_code)


def own_tables(content: ReportContent, kept: set[str], names: Names) -> tuple[Table, ...]:
    """Printed tables with the rows of the township and those of the whole county; lists of words
    with the rows of the township alone."""
    found = (_own_table(one, kept, names) for one in content.tables)
    return tuple(one for one in found if one.rows)


def _own_table(table: Table, kept: set[str], names: Names) -> Table:
    codes = table.codes or tuple((None,) * len(row) for row in table.rows)
    is_list = not table.codes
    pairs = [
        (cleaned, cells)
        for row, cells in zip(table.rows, codes, strict=True)
        if all(code is None or code in kept for code in cells)
        and (cleaned := _cleaned(row, names)) is not None
        and (not is_list or any(map(names.mine, row)))
    ]
    # A sum without the row that it stands beside says nothing about the township.
    if table.total and len(pairs) == 1 and len(table.rows) > 1:
        pairs = []
    return replace(
        table, rows=tuple(row for row, _cells in pairs),
        codes=tuple(cells for _row, cells in pairs) if table.codes else (),
        note="" if names.foreign(table.note) else table.note,
    )  # fmt: skip


def _cleaned(row: tuple[Cell, ...], names: Names) -> tuple[Cell, ...] | None:
    """The row without names of others in its lists; None where it is about others."""
    cleaned = tuple(names.cleaned(cell) for cell in row)
    gone = any(new is None and old is not None for new, old in zip(cleaned, row, strict=True))
    return None if gone else cleaned


def own_charts(content: ReportContent, kept: set[str], names: Names) -> tuple[Chart, ...]:
    """Charts over the whole county; one that sets townships side by side is left out."""
    return tuple(
        one
        for one in content.charts
        if not any(map(names.foreign, one.names))
        and {code for row in one.series for code in row.codes if code} <= kept
    )
