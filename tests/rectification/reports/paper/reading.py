"""Reading a document back."""

import io
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn

from rectification.reports.render.docx import docx_bytes
from rectification.reports.snapshot import Snapshot
from tests.rectification.reports.paper.contents import TEMPLATE


class Paper:
    """A drawn document: paragraphs of the text by what they begin with, parts by name."""

    def __init__(self, snapshot: Snapshot, template: bytes = TEMPLATE) -> None:
        self.bytes = docx_bytes(snapshot, template)
        with ZipFile(io.BytesIO(self.bytes)) as archive:
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()}
        self.document: Any = Document(io.BytesIO(self.bytes))
        self.paragraphs = list(self.document.paragraphs)

    @property
    def lines(self) -> list[str]:
        """The text of paragraphs that have any."""
        return [one.text for one in self.paragraphs if one.text]

    def at(self, beginning: str) -> Any:
        """The paragraph that begins so."""
        return next(one for one in self.paragraphs if one.text.startswith(beginning))

    def index(self, beginning: str) -> int:
        """Where it stands."""
        return next(at for at, one in enumerate(self.paragraphs) if one.text.startswith(beginning))


def look(paragraph: Any, run: int = 0) -> tuple[str, str]:
    """Font for Chinese and size in half points of a run, as written or inherited from Normal."""
    properties = paragraph.runs[run]._element.rPr
    fonts = properties.find(qn("w:rFonts")) if properties is not None else None
    size = properties.find(qn("w:sz")) if properties is not None else None
    return (
        fonts.get(qn("w:eastAsia")) if fonts is not None else "",
        size.get(qn("w:val")) if size is not None else "",
    )


def value(paragraph: Any, tag: str, name: str) -> str:
    """An attribute of a property of a paragraph; empty where it is not set."""
    found = paragraph._p.pPr.find(qn(f"w:{tag}")) if paragraph._p.pPr is not None else None
    return (found.get(qn(f"w:{name}")) or "") if found is not None else ""
