"""Building the template of a bulletin (通报): page, styles, places where content goes."""

import io
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
    forget_origin,
    page_numbers,
    set_fonts_table,
    set_page,
    set_styles,
)
from rectification.documents.strokes import indent, line, red_rule, spacing
from rectification.reports.render.word import table_of

_RED = RGBColor(0xFF, 0, 0)
_TABLES = (
    ("附件1", "各乡镇（街道）情况", "townships",
     ("乡镇（街道）", "村数", "在任村干部", "书记空缺村", "后备不足村", "经营性收入（万元）",
      "5万元以下村", "红", "黄", "绿", "未评"), (9, 5, 5, 5, 5, 9, 5, 4, 4, 4, 4)),
    ("附件2", "红色预警村名单", "red", ("序号", "乡镇（街道）", "村", "原因"), (5, 9, 10, 36)),
    ("附件3", "黄色预警村名单", "yellow", ("序号", "乡镇（街道）", "村", "原因"), (5, 9, 10, 36)),
)  # fmt: skip


def bulletin_template() -> bytes:
    """The template as bytes, the same on every machine."""
    document = Document()
    set_page(document)
    set_styles(document)
    page_numbers(document)
    _head(document)
    _text(document)
    _end(document)
    for table in _TABLES:
        _attachment(document, *table)
    set_fonts_table(document)
    drop_ballast(document)
    forget_origin(document)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _head(document: Any) -> None:
    """Issuing organ in red, the red rule, title, recipients."""
    mark = line(document, "{{ organ }}文件", TITLE, 32, ALIGN.CENTER)
    mark.runs[0].font.color.rgb = _RED
    spacing(mark, before=72, exact=44)
    rule = line(document, "", BODY, BODY_SIZE, ALIGN.CENTER)
    red_rule(rule)
    title = line(document, "{{ title }}", TITLE, 22, ALIGN.CENTER)
    spacing(title, before=58, after=29, exact=36)
    line(document, "{%p if note %}", BODY, BODY_SIZE)
    note = line(document, "（{{ note }}）", "楷体_GB2312", BODY_SIZE, ALIGN.CENTER)
    spacing(note, after=14)
    line(document, "{%p endif %}", BODY, BODY_SIZE)
    line(document, "{{ recipients }}：", BODY, BODY_SIZE)


def _text(document: Any) -> None:
    line(document, "{%p for section in sections %}", BODY, BODY_SIZE)
    heading = line(document, "{{ section.heading }}", HEADING, BODY_SIZE)
    heading.paragraph_format.keep_with_next = True
    indent(heading)
    indent(line(document, "{{ section.text }}", BODY, BODY_SIZE))
    line(document, "{%p endfor %}", BODY, BODY_SIZE)


def _end(document: Any) -> None:
    """Attachments by name, then organ and date, four characters from the right."""
    first = line(document, f"附件：1.{_TABLES[0][1]}", BODY, BODY_SIZE)
    spacing(first, before=29)
    indent(first)
    for number, table in enumerate(_TABLES[1:], 2):
        indent(line(document, f"{number}.{table[1]}", BODY, BODY_SIZE), 5)
    # A signature never stands alone on a page.
    for paragraph in document.paragraphs[-len(_TABLES) :]:
        paragraph.paragraph_format.keep_with_next = True
    organ = line(document, "{{ organ }}", BODY, BODY_SIZE, ALIGN.RIGHT)
    spacing(organ, before=58)
    organ.paragraph_format.keep_with_next = True
    indent(organ, 0, right=2)
    indent(line(document, "{{ date }}", BODY, BODY_SIZE, ALIGN.RIGHT), 0, right=4)


def _attachment(
    document: Any,
    number: str,
    title: str,
    rows: str,
    headers: tuple[str, ...],
    widths: tuple[int, ...],
) -> None:
    mark = line(document, number, HEADING, BODY_SIZE)
    mark.paragraph_format.page_break_before = True
    heading = line(document, title, TITLE, 22, ALIGN.CENTER)
    spacing(heading, before=14, after=14, exact=36)
    table_of(document, rows, headers, widths)
