"""The matrix of townships and months as a workbook."""

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.filings.figures.board import Board, BoardCell
from villages.lists.sheets import Sheet, SheetColumn


def board_sheet(board: Board, year: int) -> Sheet:
    """What the page shows: state and n/m of each cell, the on-time rate with its base."""
    title = _("%d年填报进度") % year
    heads = [SheetColumn(_("乡镇"), Kind.TEXT, 16)]
    heads += [SheetColumn(_("%d月") % month.month, Kind.TEXT, 14) for month in board.months]
    heads += [
        SheetColumn(_("按时填报率"), Kind.TEXT, 12, unit="%"),
        SheetColumn(_("按时村次"), Kind.INTEGER, 10),
        SheetColumn(_("应计村次"), Kind.INTEGER, 10),
    ]
    rows = [
        [row.name, *map(_cell, row.cells), row.share.value_text, row.share.numerator,
         row.share.denominator]
        for row in board.rows
    ]  # fmt: skip
    share = board.share
    return Sheet(
        title=title, columns=heads, rows=rows, preamble=[[title]],
        totals=[_("合计"), *map(_cell, board.totals), share.value_text, share.numerator,
                share.denominator],
        notes=[share.definition],
    )  # fmt: skip


def _cell(cell: BoardCell) -> str:
    parts = [cell.word, cell.text, f"({cell.note})" if cell.note else ""]
    return " ".join(part for part in parts if part)
