"""The text of a report as a Word document, drawn from a template that staff can edit."""

import io
from typing import Any

from docxtpl import DocxTemplate

from rectification.documents.packing import repacked
from rectification.documents.words import on_paper
from rectification.reports.content import ReportContent


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
        one.key: [[on_paper(cell) for cell in row] for row in one.rows] for one in content.tables
    }
    return {
        "organ": on_paper(content.organ),
        "title": on_paper(content.title),
        "recipients": on_paper(content.recipients),
        "note": on_paper(content.note),
        "date": content.date_text,
        "sections": [
            {
                "heading": on_paper(section.heading),
                "text": on_paper("".join(one.text for one in section.sentences)),
            }
            for section in content.sections
        ],
        **tables,
    }
