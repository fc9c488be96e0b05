"""Pages turned for wide tables: the page number stays where it is on the other pages."""

import re

from rectification.reports.render.floating import NAMES, shape_xml

_MM = 36_000  # in English metric units
_SECTION = re.compile(r"<w:sectPr\b[^>]*>.*?</w:sectPr>", re.DOTALL)
_EDGES = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}
ODD, EVEN = "rIdAcrossOdd", "rIdAcrossEven"


def last_section(document: str) -> str:
    """The properties of the last section of a document: page, margins, footers."""
    return str(_SECTION.findall(document)[-1])


def turned(section: str) -> str:
    """The same page turned to the left: its head comes to the binding side."""
    kept = re.sub(r"<w:(headerReference|footerReference)\b[^>]*/>|<w:titlePg\b[^>]*/>", "", section)
    kept = re.sub(r"<w:pgSz\b[^>]*/>", _size, kept)
    kept = re.sub(r"<w:pgMar\b[^>]*/>", _margins, kept)
    footers = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{key}"/>'
        for kind, key in (("default", ODD), ("even", EVEN))
    )
    return re.sub(r"(<w:sectPr\b[^>]*>)", rf"\1{footers}", kept, count=1)


def _size(match: re.Match[str]) -> str:
    sizes = dict(re.findall(r'w:(w|h)="(\d+)"', match[0]))
    return f'<w:pgSz w:w="{sizes["h"]}" w:h="{sizes["w"]}" w:orient="landscape"/>'


def _margins(match: re.Match[str]) -> str:
    edges = dict(re.findall(r'w:(\w+)="(-?\d+)"', match[0]))
    new = {**edges, **{side: edges[old] for side, old in _EDGES.items()}, "footer": "400"}
    return "<w:pgMar " + " ".join(f'w:{key}="{value}"' for key, value in new.items()) + "/>"


def section_break(section: str) -> str:
    """A paragraph that ends a section and takes no room."""
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
    )


def footer(side: str) -> bytes:
    """The footer of turned pages: the number stands at their left edge, turned like the other
    pages; `side` is right on odd pages, left on even ones."""
    where = (
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{_FROM_LEFT * _MM}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{_FROM_TOP * _MM}</wp:posOffset></wp:positionV>"
    )
    inside = _TEXT.format(side=side, number="".join(_NUMBER.format(part) for part in _PARTS))
    size = (_HIGH * _MM, _LONG * _MM)
    shape = shape_xml(inside, size, where, "<wp:wrapNone/>", turn=' vert="vert"')
    names = " ".join(f'xmlns:{key}="{NAMES[key]}"' for key in sorted(NAMES))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {names}><w:p><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        f"<w:r>{shape}</w:r></w:p></w:ftr>"
    ).encode()


_FROM_LEFT, _FROM_TOP, _HIGH, _LONG = 25, 28, 6, 156  # millimetres
_PARTS = (
    '<w:t xml:space="preserve">— </w:t>', '<w:fldChar w:fldCharType="begin"/>',
    "<w:instrText>PAGE</w:instrText>", '<w:fldChar w:fldCharType="end"/>',
    '<w:t xml:space="preserve"> —</w:t>',
)  # fmt: skip
_NUMBER = (
    '<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
    '<w:sz w:val="28"/></w:rPr>{}</w:r>'
)
_TEXT = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="320" w:lineRule="exact"/>'
    '<w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{number}</w:p>'
)
