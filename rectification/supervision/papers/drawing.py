"""A printed order as a Word document: red head, number, table, receipt strip."""

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
from rectification.documents.strokes import line, red_rule, spacing
from rectification.documents.tables import HALF_POINTS, add_table
from rectification.documents.words import on_paper
from rectification.supervision.papers.content import ItemLine, OrderPaper

RED = RGBColor(0xFF, 0, 0)
_HALF, _LONG, _STRIP = 24, (5, 23), (11, 8, 9)
_SIGNED = (4, 6, 3, 5, 3, 7)
_STRIP_HEADS = ("承办单位", "签收人", "签收时间")
_CUT = f"{'— ' * 10}回　执{' —' * 10}"


def draw(papers: Sequence[OrderPaper]) -> bytes:
    """The document, each paper on a page of its own; equal papers give equal bytes."""
    document = Document()
    set_page(document)
    set_styles(document)
    page_numbers(document)
    for place, paper in enumerate(papers):
        _paper(document, paper, first=place == 0)
    set_fonts_table(document)
    drop_ballast(document)
    forget_origin(document)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _paper(document: Any, paper: OrderPaper, *, first: bool) -> None:
    _head(document, paper, first=first)
    add_table(document, (), _LONG, list(_facts(paper)), half=_HALF, labels=frozenset({0}))
    if paper.items:
        _caption(document, "督办事项和数据")
        _items(document, paper.items, several=len(paper.receivers) > 1)
    _gap(document)
    signed = ("经办人", paper.author, "审核", paper.checked_by, "签发", paper.issued_by)
    add_table(document, (), _SIGNED, [signed], half=_HALF, labels=frozenset({0, 2, 4}))
    _receipt(document, paper)


def _head(document: Any, paper: OrderPaper, *, first: bool) -> None:
    """The house in red, the kind in large letters, number and day above the red rule."""
    house = line(document, "", TITLE, 22, ALIGN.CENTER)
    house.paragraph_format.page_break_before = not first
    run = house.add_run(on_paper(paper.house))
    font_of(run, TITLE, 26)
    run.font.color.rgb = RED
    spacing(house, exact=36)
    kind = line(document, on_paper(paper.kind), TITLE, 26, ALIGN.CENTER)
    kind.runs[0].font.color.rgb = RED
    spacing(kind, after=4, exact=38)
    if paper.urgency:
        spacing(line(document, paper.urgency, HEADING, BODY_SIZE), exact=24)
    told = f"{paper.number or '(草稿,未编号)'}　　　　{paper.issued_on or '　　年　　月　　日'}"
    number = line(document, told, BODY, BODY_SIZE, ALIGN.CENTER)
    spacing(number, after=8, exact=28)
    red_rule(number)
    _gap(document)


def _facts(paper: OrderPaper) -> list[tuple[str, str]]:
    """Every line of the form, also those that somebody fills in by hand."""
    return [
        ("被督办单位", paper.units),
        ("责任人", paper.person),
        ("事项", paper.subject),
        ("依据", paper.basis),
        ("存在问题", paper.problem),
        ("要求", paper.requirement),
        ("办理时限", paper.due),
        ("反馈方式", paper.feedback),
        ("领导批示", paper.instruction),
    ]


def _items(document: Any, items: Sequence[ItemLine], *, several: bool) -> None:
    heads, widths = ["序号", "村", "事项", "数据", "办结标准"], [3, 5, 11, 9, 7]
    rows = [[str(at), one.village, one.text, one.data, one.goal] for at, one in enumerate(items, 1)]
    if several:
        heads, widths = ["单位", *heads], [6, *widths]
        rows = [[one.unit, *row] for one, row in zip(items, rows, strict=True)]
    add_table(document, heads, widths, rows, merged=1 if several else 0, half=HALF_POINTS)


def _receipt(document: Any, paper: OrderPaper) -> None:
    """What comes back: who signed for it, and when."""
    cut = line(document, _CUT, BODY, 12, ALIGN.CENTER)
    spacing(cut, before=8, after=2, exact=18)
    told = line(document, on_paper(f"{paper.kind}{paper.number} {paper.subject}"), BODY, 12)
    spacing(told, after=4, exact=18)
    for one in (cut, told):
        one.paragraph_format.keep_with_next = True
    rows = [(name, "", "　　年　　月　　日　　时") for name in paper.receivers or ("",)]
    add_table(document, _STRIP_HEADS, _STRIP, rows, half=HALF_POINTS)


def _caption(document: Any, text: str) -> None:
    heading = line(document, text, HEADING, 14, ALIGN.LEFT)
    heading.paragraph_format.keep_with_next = True
    spacing(heading, before=8, after=2, exact=24)


def _gap(document: Any) -> None:
    """Two tables without a paragraph between them would become one."""
    spacing(line(document, "", BODY, 4), exact=6)
