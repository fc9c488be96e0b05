"""Building the template of a bulletin (通报): page, styles, places where content goes."""

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor

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
from rectification.reports.render.runs import LINE

_RED = RGBColor(0xFF, 0, 0)
_MARK_FROM_TOP = 1984  # 35 mm in twips, counted from the top of the type area
_UNDER_NUMBER = 11  # points: 4 mm


def bulletin_template() -> bytes:
    """The template as bytes, the same on every machine."""
    document = Document()
    set_page(document)
    set_styles(document)
    _speaks_chinese(document)
    page_numbers(document)
    _head(document)
    for block in ("body", "attachments", "signature"):
        line(document, f"{{{{ {block} }}}}", BODY, BODY_SIZE)
    indent(line(document, "（{{ remark }}）", BODY, BODY_SIZE))
    for block in ("annexes", "imprint"):
        line(document, f"{{{{ {block} }}}}", BODY, BODY_SIZE)
    set_fonts_table(document)
    drop_ballast(document)
    forget_origin(document)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _speaks_chinese(document: Any) -> None:
    """Chinese of the mainland: programs choose substitutes for fonts, and the shape of signs, by
    it."""
    looks = document.styles["Normal"].element.rPr
    looks.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>'))
    for old in document.styles.element.iter(qn("w:lang")):
        old.set(qn("w:eastAsia"), "zh-CN")


def _head(document: Any) -> None:
    """State, mark 35 mm below the top, number two lines below it, red rule, title, recipients."""
    line(document, "{{ state }}", HEADING, BODY_SIZE)
    mark = line(document, "{{ organ }}文件", TITLE, 32, ALIGN.CENTER)
    mark.runs[0].font.color.rgb = _RED
    spacing(mark, before=(_MARK_FROM_TOP - LINE) / 20, exact=38)
    number = line(document, "{{ number }}", BODY, BODY_SIZE, ALIGN.CENTER)
    spacing(number, before=2 * LINE / 20)
    _red_rule(number)
    title = line(document, "{{ title }}", TITLE, 22, ALIGN.CENTER)
    spacing(title, before=2 * LINE / 20, after=LINE / 20, exact=36)
    line(document, "{{ recipients }}：", BODY, BODY_SIZE)


def _red_rule(paragraph: Any) -> None:
    """4 mm under the number, as wide as the type area."""
    border = (
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="18" w:space="{_UNDER_NUMBER}" '
        'w:color="FF0000"/></w:pBdr>'
    )
    paragraph._p.get_or_add_pPr().insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
