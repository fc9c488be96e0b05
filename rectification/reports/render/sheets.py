"""Printed tables of a report: which columns, where the numbers of figures stand."""

from rectification.reports.content import ReportContent, Table
from rectification.reports.render.fitting import Grid
from rectification.reports.render.marks import of_row, prints_codes

_WEIGHT = 6
MARKS = "编号"


def grid_of(content: ReportContent, table: Table) -> Grid:
    """A printed table with, where its cells state figures, a narrow last column of numbers."""
    weights = table.widths or (_WEIGHT,) * len(table.keys)
    if not table.figure_codes or not prints_codes(content):
        return Grid(table.headers, weights, table.rows, table.total)
    rows = [
        (*row, of_row(content, codes)) for row, codes in zip(table.rows, table.codes, strict=True)
    ]
    return Grid((*table.headers, MARKS), (*weights, 0), rows, table.total, marked=True)
