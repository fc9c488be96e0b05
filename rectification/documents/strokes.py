"""Small strokes of Word that its library has no word for."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from rectification.documents.paper import font_of


def spacing(paragraph: Any, *, before: float = 0, after: float = 0, exact: float = 0) -> None:
    """Space in points; `exact` fixes the height of lines."""
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if exact:
        shape.line_spacing = Pt(exact)


def indent(paragraph: Any, first: int = 2, *, right: int = 0) -> None:
    """Characters before the first line, and characters free on the right."""
    sizes = f'w:firstLineChars="{first * 100}" w:firstLine="{first * 320}"' if first else ""
    rights = f'w:rightChars="{right * 100}" w:right="{right * 320}"' if right else ""
    properties = paragraph._p.get_or_add_pPr()
    properties._insert_ind(parse_xml(f"<w:ind {nsdecls('w')} {sizes} {rights}/>"))


def red_rule(paragraph: Any) -> None:
    """The red line as wide as the type area, under this paragraph."""
    border = (
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="18" w:space="1" '
        'w:color="FF0000"/></w:pBdr>'
    )
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def line(document: Any, text: str, font: str, size: int, align: Any = None) -> Any:
    """A paragraph at the end of the document, in one font."""
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    font_of(paragraph.add_run(text), font, size)
    return paragraph
