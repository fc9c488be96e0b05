"""A report as a Word document, drawn from a template that staff can edit."""

import io
import re
from collections.abc import Iterator
from typing import Any

from docxtpl import DocxTemplate
from markupsafe import Markup

from rectification.reports.render.annexes import Annex, annexes_of, annexes_xml, ends_across
from rectification.reports.render.body import body
from rectification.reports.render.charts import chart_part, key_of
from rectification.reports.render.closing import attachments, signature
from rectification.reports.render.context import words_of
from rectification.reports.render.dictionary import BLOCKS
from rectification.reports.render.imprint import imprint
from rectification.reports.render.package import DOCUMENT, Added, packed, parts_of, with_added
from rectification.reports.render.sandbox import Closed
from rectification.reports.render.turning import EVEN, ODD, footer, last_section, turned
from rectification.reports.snapshot import Snapshot

# A paragraph that no text can imitate: text is escaped.
_PLACE = '<w:p><w:pPr><w:rPr><w:rStyle w:val="portal-{}"/></w:rPr></w:pPr></w:p>'
_ALONE = re.compile(
    r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?\{\{\s*(?:p\s+)?(" + "|".join(sorted(BLOCKS)) + r")\s*\}\}"
    r".*?</w:p>",
    re.DOTALL,
)


class _Template(DocxTemplate):  # type: ignore[misc]
    """Blocks are written like words: the paragraph around them gives way."""

    def patch_xml(self, src_xml: str) -> str:
        """The template's XML as Jinja reads it."""
        return _ALONE.sub(r"{{ \1 }}", str(super().patch_xml(src_xml)))


def patched(xml: str) -> str:
    """The XML of a part as Jinja will read it."""
    return str(_Template.patch_xml(_Template.__new__(_Template), xml))


def docx_bytes(snapshot: Snapshot, template: bytes) -> bytes:
    """The document. What people typed stays text: it is escaped and freed of what XML forbids."""
    parts = parts_of(_filled(snapshot, template))
    annexes = annexes_of(snapshot.content)
    parts[DOCUMENT] = _with_blocks(snapshot, parts[DOCUMENT].decode(), annexes).encode()
    return packed(with_added(parts, _added(snapshot, annexes)))


def _filled(snapshot: Snapshot, template: bytes) -> bytes:
    """The template with its words; each block a paragraph that waits for it."""
    document = _Template(io.BytesIO(template))
    places = {name: Markup(_PLACE.format(name)) for name in BLOCKS}  # noqa: S704 - fixed words
    values: dict[str, Any] = {**words_of(snapshot), **places}
    document.render(values, jinja_env=Closed(), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _with_blocks(snapshot: Snapshot, document: str, annexes: list[Annex]) -> str:
    section, across = last_section(document), ends_across(annexes)
    blocks = {
        "body": body(snapshot),
        "attachments": attachments([one.table for one in annexes]),
        "signature": signature(snapshot),
        "annexes": annexes_xml(annexes, section),
        "imprint": imprint(snapshot, across=across),
    }
    if across:
        head, _found, tail = document.rpartition(section)
        document = head + turned(section) + tail
    for name, xml in blocks.items():
        document = document.replace(_PLACE.format(name), xml, 1)
    return document


def _added(snapshot: Snapshot, annexes: list[Annex]) -> Iterator[Added]:
    content = snapshot.content
    for place, chart in enumerate(content.charts, 1):
        part = chart_part(content, chart)
        yield Added(f"charts/chart{place}.xml", key_of(place), "chart", part)
    if any(one.fit.across for one in annexes):
        yield Added("footer-across-odd.xml", ODD, "footer", footer("right"))
        yield Added("footer-across-even.xml", EVEN, "footer", footer("left"))
