"""What a report says, frozen: figures, sentences, tables. Knows no database and no paper.

It is plain JSON both ways, so that a report is drawn again years later from what was stored.
"""

from rectification.reports.content.cells import Cell, Table
from rectification.reports.content.folds import Fold, Where
from rectification.reports.content.formulas import (
    Formula,
    count,
    share_of,
    total,
    where_all,
    yuan_total,
)
from rectification.reports.content.items import Item
from rectification.reports.content.lines import Line, plain
from rectification.reports.content.parts import Chart, Paragraph, Problem, Section, Series
from rectification.reports.content.whole import ReportContent

__all__ = [
    "Cell", "Chart", "Fold", "Formula", "Item", "Line", "Paragraph", "Problem", "ReportContent",
    "Section", "Series", "Table", "Where", "count", "plain", "share_of", "total", "where_all",
    "yuan_total",
]  # fmt: skip
