"""The minutes of a meeting as a Word document: red head, facts, decisions, what they gave."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import RGBColor

from rectification.documents.packing import repacked
from rectification.documents.paper import (
    BODY,
    BODY_SIZE,
    HEADING,
    TITLE,
    drop_ballast,
    font_of,
    forget_origin,
    page_numbers,
    set_fonts_table,
    set_page,
    set_styles,
)
from rectification.documents.strokes import indent, line, red_rule, spacing
from rectification.documents.tables import HALF_POINTS, add_table
from rectification.documents.words import on_paper
from rectification.supervision.papers.minutes_content import MinutesPaper, Row

RED = RGBColor(0xFF, 0, 0)
_ORDERS = (("编号", "事项", "承办单位", "办理时限"), (8, 10, 8, 9))
_TASKS = (("任务", "责任单位", "责任人", "完成时限"), (10, 12, 4, 9))


def draw_minutes(paper: MinutesPaper) -> bytes:
    """The document; equal papers give equal bytes."""
    document = Document()
    set_page(document)
    set_styles(document)
    page_numbers(document)
    _head(document, paper)
    _said(document, paper)
    _table(document, "由此签发的单子", _ORDERS, paper.orders)
    _table(document, "由此派出的任务", _TASKS, paper.tasks)
    set_fonts_table(document)
    drop_ballast(document)
    forget_origin(document)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _head(document: Any, paper: MinutesPaper) -> None:
    """The group in red, house and day above the red rule."""
    title = line(document, "", TITLE, 22, ALIGN.CENTER)
    run = title.add_run(on_paper(f"{paper.group.removesuffix('会议')}会议纪要"))
    font_of(run, TITLE, 26)
    run.font.color.rgb = RED
    spacing(title, after=8, exact=38)
    told = on_paper(f"{paper.house}　　　　{paper.held_on}")
    dated = line(document, told, BODY, BODY_SIZE, ALIGN.CENTER)
    spacing(dated, after=12, exact=28)
    red_rule(dated)


def _said(document: Any, paper: MinutesPaper) -> None:
    """When, who, and what was decided, a paragraph each; without decisions it says so."""
    for label, words in (
        ("时间", paper.held_on), ("主持人", paper.chaired_by), ("参会", paper.attended),
    ):  # fmt: skip
        if words:
            indent(line(document, on_paper(f"{label}:{words}"), BODY, BODY_SIZE))
    heading = line(document, "议定事项", HEADING, BODY_SIZE)
    heading.paragraph_format.keep_with_next = True
    spacing(heading, before=12, after=2)
    indent(heading)
    for words in paper.minutes or ("(没有登记议定事项)",):
        indent(line(document, on_paper(words), BODY, BODY_SIZE))


def _table(
    document: Any, title: str, shape: tuple[Sequence[str], Sequence[int]], rows: Sequence[Row]
) -> None:
    if not rows:
        return
    heading = line(document, title, HEADING, BODY_SIZE)
    heading.paragraph_format.keep_with_next = True
    spacing(heading, before=14, after=4)
    heads, widths = shape
    add_table(document, list(heads), list(widths), list(rows), half=HALF_POINTS)
