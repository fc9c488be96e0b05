"""The text of a report as a Word document, drawn from a template that staff can edit."""

import io
import re
from typing import Any

from docxtpl import DocxTemplate

from rectification.reports.content import ReportContent
from rectification.reports.render.packing import repacked
from villages.common.text import strip_illegal

_FULL = {",": "，", ";": "；", ":": "："}
_HALF = re.compile(r"(?<=[^\x00-\x7f])[,;:]|[,;:](?=[^\x00-\x7f])")


def docx_bytes(content: ReportContent, template: bytes) -> bytes:
    """The document. What people typed stays text: it is escaped and freed of what XML forbids."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(_context(content), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _context(content: ReportContent) -> dict[str, Any]:
    """What the template may name; described in the template's own help page."""
    tables = {
        one.key: [[_cell(cell) for cell in row] for row in one.rows] for one in content.tables
    }
    return {
        "organ": _cell(content.organ),
        "title": _cell(content.title),
        "recipients": _cell(content.recipients),
        "note": _cell(content.note),
        "date": content.date_text,
        "sections": [
            {
                "heading": _cell(section.heading),
                "text": _cell("".join(one.text for one in section.sentences)),
            }
            for section in content.sections
        ],
        **tables,
    }


def _cell(value: Any) -> str:
    """Text for paper: punctuation between Chinese characters is full-width."""
    return "—" if value is None else _HALF.sub(_full, strip_illegal(str(value)))


def _full(match: re.Match[str]) -> str:
    return _FULL[match[0]]
