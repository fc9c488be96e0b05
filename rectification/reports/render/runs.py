"""Paragraphs and runs of Word as text: what is written once is not built as objects first."""

from xml.sax.saxutils import escape

from rectification.documents.paper import BODY, HEADING, NUMBER, TITLE
from rectification.documents.words import on_paper

KAI = "楷体_GB2312"
CHARACTER = 315  # one of 28 characters of a line, in twips
LINE = 579  # one of 22 lines of a page, in twips
_FLAT = str.maketrans("\n\t\r", "   ")

__all__ = ["BODY", "CHARACTER", "HEADING", "KAI", "LINE", "NUMBER", "TITLE", "indent", "mark",
           "paragraph", "run", "said", "spaced"]  # fmt: skip


def said(text: object) -> str:
    """Words as XML: full-width punctuation, nothing that XML forbids, no stray line breaks."""
    return escape(on_paper(text).translate(_FLAT))


def run(text: object, font: str = "", half: int = 0, *, grey: bool = False) -> str:
    """A run. Without font and size it is body text; `half` are half points."""
    fonts = "".join(f' w:{one}="{font}"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
    looks = (f"<w:rFonts{fonts}/>" if font else "") + ('<w:color w:val="808080"/>' if grey else "")
    looks += f'<w:spacing w:val="0"/><w:sz w:val="{half}"/>' if half else ""
    return f'<w:r>{_looks(looks)}<w:t xml:space="preserve">{said(text)}</w:t></w:r>'


def mark(text: str) -> str:
    """The number of a figure: small, grey, raised."""
    looks = (
        '<w:color w:val="808080"/><w:spacing w:val="0"/><w:position w:val="10"/><w:sz w:val="14"/>'
    )
    return f"<w:r>{_looks(looks)}<w:t>{escape(text)}</w:t></w:r>" if text else ""


def _looks(inside: str) -> str:
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def paragraph(
    inside: str, *, keep: bool = False, page: bool = False, space: str = "", ind: str = "",
    side: str = "",
) -> str:  # fmt: skip
    """A paragraph: `keep` holds it to the next one, `page` begins a page with it, `space` and
    `ind` are made by `spaced` and `indent`, `side` is center, right or nothing."""
    properties = (
        f"{'<w:keepNext/>' if keep else ''}{'<w:pageBreakBefore/>' if page else ''}{space}{ind}"
        + (f'<w:jc w:val="{side}"/>' if side else "")
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def spaced(before: int = 0, after: int = 0, exact: int = LINE) -> str:
    """Space above and below, and the height of lines, in twips."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{exact}" w:lineRule="exact"/>'


def indent(first: float = 0, *, left: float = 0, right: float = 0, hanging: float = 0) -> str:
    """Indents in characters; `first` is that of the first line."""
    sizes = (("left", left), ("right", right), ("hanging", hanging), ("firstLine", first))
    given = "".join(
        f' w:{name}Chars="{round(size * 100)}" w:{name}="{round(size * CHARACTER)}"'
        for name, size in sizes
        if size
    )
    return f"<w:ind{given}/>" if given else ""
