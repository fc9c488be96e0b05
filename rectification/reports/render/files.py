"""The documents of a report."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from rectification.reports.render.docx import docx_bytes
from rectification.reports.render.xlsx import xlsx_bytes
from rectification.reports.snapshot import Snapshot


@dataclass(frozen=True)
class RenderedFile:
    """A document: its name for people, its bytes."""

    name: str
    content: bytes

    @cached_property
    def sha256(self) -> str:
        """The digest that is printed and compared."""
        return hashlib.sha256(self.content).hexdigest()


def render(snapshot: Snapshot, template: bytes) -> tuple[RenderedFile, ...]:
    """The text as docx and the tables as xlsx."""
    title = snapshot.content.title
    return (
        RenderedFile(f"{title}.docx", docx_bytes(snapshot, template)),
        RenderedFile(f"{title}附表.xlsx", xlsx_bytes(snapshot)),
    )
