"""The result of a contest as a Word document and as a workbook."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from rectification.documents.packing import repacked
from rectification.documents.paper import (
    BODY,
    BODY_SIZE,
    HEADING,
    TITLE,
    drop_ballast,
    forget_origin,
    page_numbers,
    set_fonts_table,
    set_page,
    set_styles,
)
from rectification.documents.strokes import indent, line, spacing
from rectification.documents.tables import add_table
from rectification.documents.words import on_paper
from rectification.supervision.papers.contest_content import ContestPaper, Heading
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx


def document_of(paper: ContestPaper) -> bytes:
    """The document; equal papers give equal bytes."""
    document = Document()
    set_page(document)
    set_styles(document)
    page_numbers(document)
    _text(document, paper)
    set_fonts_table(document)
    drop_ballast(document)
    forget_origin(document)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def workbook_of(paper: ContestPaper) -> bytes:
    """One sheet, the group in its first column."""
    columns = [SheetColumn("组别", width=14), *(_column(one) for one in paper.headings)]
    rows = [[name, *row] for name, rows in paper.groups for row in rows]
    sheet = Sheet(
        "比武结果", columns, rows, preamble=[[paper.title], [paper.notice]], notes=paper.facts
    )
    stream = io.BytesIO()
    write_xlsx(stream, [sheet])
    return stream.getvalue()


def _text(document: Any, paper: ContestPaper) -> None:
    notice = line(document, on_paper(paper.notice), HEADING, BODY_SIZE, ALIGN.RIGHT)
    spacing(notice, after=14)
    title = line(document, on_paper(paper.title), TITLE, 22, ALIGN.CENTER)
    spacing(title, after=20, exact=36)
    for fact in paper.facts:
        indent(line(document, on_paper(fact), BODY, BODY_SIZE))
    for name, rows in paper.groups:
        heading = line(document, on_paper(name), HEADING, BODY_SIZE)
        heading.paragraph_format.keep_with_next = True
        spacing(heading, before=14, after=4)
        add_table(document, _texts(paper.headings), [one.width for one in paper.headings], rows)


def _texts(headings: Sequence[Heading]) -> list[str]:
    return [one.text for one in headings]


def _column(heading: Heading) -> SheetColumn:
    return SheetColumn(heading.text, width=max(heading.width + 4, 10))
