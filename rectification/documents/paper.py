"""Page, styles and fonts of an official document (GB/T 9704-2012).

Margins and sizes are the standard's; line pitch and fonts by product name are practice. Fonts
are named, never embedded: each has a common substitute for machines without it.
"""

from datetime import datetime
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, Twips

TITLE, HEADING, BODY, NUMBER = "方正小标宋简体", "黑体", "仿宋_GB2312", "宋体"
_SUBSTITUTES = {
    TITLE: "SimSun",
    BODY: "FangSong",
    "楷体_GB2312": "KaiTi",
    HEADING: "SimHei",
    NUMBER: "SimSun",
}
BODY_SIZE = 16
_KEPT = {"Normal", "TableNormal", "TableGrid", "DefaultParagraphFont", "NoList", "Footer"}
_GRID = {"w:type": "linesAndChars", "w:linePitch": "579", "w:charSpace": "-847"}


def set_page(document: Any) -> None:
    """A4; type area 156 × 225 mm; 22 lines of 28 characters."""
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin, section.bottom_margin = Twips(2098), Twips(1984)
    section.left_margin, section.right_margin = Twips(1587), Twips(1474)
    section.header_distance, section.footer_distance = Mm(15), Mm(25)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    for name, value in _GRID.items():
        grid.set(qn(name), value)


def set_styles(document: Any) -> None:
    """Body text of 16 points; the character grid counts from it."""
    style = document.styles["Normal"]
    style.font.size = Pt(BODY_SIZE)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), BODY)
    # 28 characters of 15.75 points fill the type area. The grid of the page says the same, but
    # programs differ in how they snap to it: with it off they all give 22 lines of 28.
    style.element.rPr.append(parse_xml(f"<w:spacing {nsdecls('w')} w:val='-5'/>"))
    style.element.get_or_add_pPr().append(parse_xml(f"<w:snapToGrid {nsdecls('w')} w:val='0'/>"))
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = Pt(28.95)


def font_of(run: Any, font: str, size: float) -> None:
    """One font for Chinese and Latin letters."""
    run.font.name, run.font.size = font, Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def page_numbers(document: Any) -> None:
    """— 1 —, right on odd pages and left on even ones, one character from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        _number(footer.paragraphs[0], side)


def _number(paragraph: Any, side: str) -> None:
    properties = paragraph._p.get_or_add_pPr()
    for child in (
        f'<w:ind {nsdecls("w")} w:{side}Chars="100" w:{side}="280"/>',
        f'<w:jc {nsdecls("w")} w:val="{side}"/>',
    ):
        properties.append(parse_xml(child))
    for part in ("— ", "PAGE", " —"):
        run = paragraph.add_run("" if part == "PAGE" else part)
        font_of(run, NUMBER, 14)
        if part == "PAGE":
            _field(run, part)


def _field(run: Any, code: str) -> None:
    for kind in ("begin", "", "end"):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = code
        run._element.append(element)


def drop_ballast(document: Any) -> None:
    """The library's own template brings 800 kB of styles and a thumbnail that nobody uses."""
    styles = document.styles.element
    for style in list(styles):
        unused = style.tag == qn("w:style") and style.get(qn("w:styleId")) not in _KEPT
        if unused or style.tag == qn("w:latentStyles"):
            styles.remove(style)
    _unlink(document.part, "/stylesWithEffects", "/customXml")
    _unlink(document.part.package, "/thumbnail")


def _unlink(holder: Any, *kinds: str) -> None:
    """Parts without a relation to them are not saved."""
    for key, relation in list(holder.rels.items()):
        if relation.reltype.endswith(kinds):
            del holder.rels[key]


def set_fonts_table(document: Any) -> None:
    """Names a substitute for each font."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in _SUBSTITUTES.items()
    )
    table = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>'
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = f"{table}{fonts}</w:fonts>".encode()


def forget_origin(document: Any) -> None:
    """Nothing of the machine or the hour."""
    known = document.core_properties
    known.author = known.last_modified_by = known.comments = known.keywords = ""
    known.title, known.revision = "", 1
    # Office stores instants without a zone here.
    known.created = known.modified = datetime(2000, 1, 1)  # noqa: DTZ001
