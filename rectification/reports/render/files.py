"""The documents of a report."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from rectification.reports.content import ReportContent
from rectification.reports.render.docx import docx_bytes
from rectification.reports.render.xlsx import xlsx_bytes

# Part of the snapshot: raise it when the same content would be drawn otherwise.
RENDERER = "1"


@dataclass(frozen=True)
class RenderedFile:
    """A document: its name for people, its bytes."""

    name: str
    content: bytes

    @cached_property
    def sha256(self) -> str:
        """The digest that is printed and compared."""
        return hashlib.sha256(self.content).hexdigest()


def render(content: ReportContent, template: bytes) -> tuple[RenderedFile, ...]:
    """The text as docx and the tables as xlsx."""
    return (
        RenderedFile(f"{content.title}.docx", docx_bytes(content, template)),
        RenderedFile(f"{content.title}附表.xlsx", xlsx_bytes(content)),
    )
