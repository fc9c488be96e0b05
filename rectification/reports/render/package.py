"""Parts of an Office package by name: read, replaced, added, packed."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from rectification.documents.packing import packed

DOCUMENT, TYPES, RELATIONS = (
    "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
)  # fmt: skip
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True)
class Added:
    """A part that the document names by a key: where it stands below word/, what it is."""

    name: str
    key: str
    kind: str
    content: bytes

    @property
    def media_type(self) -> str:
        """Its type as packages name it."""
        dialect = "drawingml" if self.kind == "chart" else "wordprocessingml"
        return f"{_WORD}{dialect}.{self.kind}+xml"


def parts_of(package: bytes) -> dict[str, bytes]:
    """All parts by name."""
    with ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_added(parts: Mapping[str, bytes], added: Iterable[Added]) -> dict[str, bytes]:
    """The parts with further ones, named in types and relations."""
    more = list(added)
    types = "".join(
        f'<Override PartName="/word/{one.name}" ContentType="{one.media_type}"/>' for one in more
    )
    relations = "".join(
        f'<Relationship Id="{one.key}" Type="{_KINDS}{one.kind}" Target={quoteattr(one.name)}/>'
        for one in more
    )
    return {
        **parts,
        TYPES: _before(parts[TYPES], b"</Types>", types),
        RELATIONS: _before(parts[RELATIONS], b"</Relationships>", relations),
        **{f"word/{one.name}": one.content for one in more},
    }


def _before(xml: bytes, end: bytes, more: str) -> bytes:
    head, found, tail = xml.rpartition(end)
    return head + more.encode() + found + tail


__all__ = ["DOCUMENT", "Added", "packed", "parts_of", "with_added"]
