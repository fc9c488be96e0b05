"""A small grey mark in the footers of a copy: whoever finds the copy can ask whose it was."""

import re

from rectification.reports.render.package import packed, parts_of
from rectification.reports.render.runs import run

_FOOTER = re.compile(r"word/footer[\w-]*\.xml")
_SIZE = 14


def marked(docx_bytes: bytes, mark: str) -> bytes:
    """The document with the mark in every footer; the same mark gives the same bytes. Text and
    figures stay as they are. A document without footers comes back unchanged."""
    parts = parts_of(docx_bytes)
    for name in sorted(parts):
        if _FOOTER.fullmatch(name):
            parts[name] = _with(parts[name].decode(), mark).encode()
    return packed(parts)


def _with(footer: str, mark: str) -> str:
    """A line of its own at the end, centred, which takes no part in where the number stands."""
    words = (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
        f'<w:jc w:val="center"/></w:pPr>{run(f"副本标识 {mark}", half=_SIZE, grey=True)}</w:p>'
    )
    head, end, tail = footer.rpartition("</w:ftr>")
    return head + words + end + tail
