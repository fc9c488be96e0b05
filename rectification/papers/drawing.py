"""A case file as a Word document, in the page and fonts of official papers."""

import io
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
from rectification.documents.tables import HALF_POINTS, LARGE, SMALL, add_table
from rectification.documents.words import on_paper
from rectification.papers.content import Block, CaseFile, Grid, Lines, Pairs, Part, Said

# Part of what makes two files the same: raise it when equal rows would be drawn otherwise.
RENDERER = "1"
_NUMBERS = "一二三四五六七八九十"
_KAI = "楷体_GB2312"
_COVER_LABELS, _PAIR_WIDTHS = (8, 20), (7, 13, 7, 13)


def draw(file: CaseFile) -> bytes:
    """The document; equal files give equal bytes."""
    document = Document()
    set_page(document)
    set_styles(document)
    page_numbers(document)
    _cover(document, file)
    for place, part in enumerate(file.parts):
        _part(document, _NUMBERS[place], part, first=place == 0)
    set_fonts_table(document)
    drop_ballast(document)
    forget_origin(document)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _cover(document: Any, file: CaseFile) -> None:
    title = line(document, on_paper(file.title), TITLE, 36, ALIGN.CENTER)
    spacing(title, before=110, after=24, exact=50)
    name = line(document, on_paper(file.name), TITLE, 22, ALIGN.CENTER)
    spacing(name, after=64, exact=36)
    rows = [(one.label, one.text) for one in file.cover]
    add_table(document, (), _COVER_LABELS, rows, half=LARGE, labels=frozenset({0}))


def _part(document: Any, number: str, part: Part, *, first: bool) -> None:
    heading = line(document, f"{number}、{part.title}", HEADING, BODY_SIZE)
    heading.paragraph_format.keep_with_next = True
    heading.paragraph_format.page_break_before = first
    spacing(heading, before=0 if first else 14, after=4)
    for block in part.blocks:
        _block(document, block)


def _block(document: Any, block: Block) -> None:
    match block:
        case Lines():
            _heading(document, block.heading)
            for text in block.lines:
                indent(line(document, on_paper(text), BODY, BODY_SIZE))
        case Pairs():
            _heading(document, block.heading)
            add_table(document, (), _PAIR_WIDTHS, _folded(block.pairs), labels=frozenset({0, 2}))
            _gap(document)
        case Grid():
            _heading(document, block.heading)
            add_table(
                document, block.headers, block.widths, block.rows, merged=block.merged,
                half=SMALL if block.small else HALF_POINTS,
            )  # fmt: skip
            _gap(document)


def _heading(document: Any, text: str) -> None:
    if text:
        heading = line(document, on_paper(text), _KAI, BODY_SIZE)
        heading.paragraph_format.keep_with_next = True
        indent(heading)


def _gap(document: Any) -> None:
    """Two tables without a paragraph between them would become one."""
    spacing(line(document, "", BODY, 4), exact=8)


def _folded(pairs: tuple[Said, ...]) -> list[tuple[str, ...]]:
    """Two facts a line; an odd last one has nothing beside it."""
    cells = [cell for one in pairs for cell in (one.label, one.text)]
    cells += [""] * (-len(cells) % 4)
    return [tuple(cells[at : at + 4]) for at in range(0, len(cells), 4)]
