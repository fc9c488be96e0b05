"""Tables of a template: one row that the template repeats."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from rectification.documents.paper import BODY, HEADING, font_of
from rectification.documents.strokes import spacing

_WIDTH = 8845  # the type area in twips
_CELL_SIZE = 10.5
_LONGEST_NUMBER = 10


def table_of(document: Any, rows: str, headers: Sequence[str], widths: Sequence[int]) -> None:
    """A table with a repeated header and one row for each entry of `rows` in the context."""
    table = document.add_table(rows=4, cols=len(headers))
    table.style, table.autofit = "Table Grid", False
    _lay_out(table, widths)
    head, begin, each, end = table.rows
    _fill(head.cells, headers, HEADING)
    head._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    begin.cells[0].text = f"{{%tr for row in {rows} %}}"
    _fill(each.cells, [f"{{{{ row[{place}] }}}}" for place in range(len(headers))], BODY, widths)
    end.cells[0].text = "{%tr endfor %}"
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _lay_out(table: Any, widths: Sequence[int]) -> None:
    total = sum(widths)
    margins = "".join(f'<w:{side} w:w="40" w:type="dxa"/>' for side in ("left", "right"))
    table._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(_WIDTH * width / total / 20)
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width


def _fill(cells: Any, texts: Sequence[str], font: str, widths: Sequence[int] = ()) -> None:
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        long = bool(widths) and widths[place] > _LONGEST_NUMBER
        paragraph.alignment = ALIGN.LEFT if long else ALIGN.CENTER
        spacing(paragraph, before=2, after=2, exact=15)
        font_of(paragraph.add_run(text), font, _CELL_SIZE)
