"""Boxes that stand at a place of the page: at the bottom of the type area, or at an edge."""

from docx.oxml.ns import nsmap

_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = {
    **{key: nsmap[key] for key in ("w", "r", "a", "wp")},
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": _SHAPES,
}


def box(inside: str, width: int, height: int) -> str:
    """A paragraph of no height with a box at the bottom of the type area; text keeps above it."""
    where = (
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
    )
    around = ' xmlns:mc="{mc}" xmlns:wps="{wps}" xmlns:wp="{wp}" xmlns:a="{a}"'.format(**NAMES)
    shape = shape_xml(inside, (width, height), where, "<wp:wrapTopAndBottom/>", names=around)
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        f"<w:r>{shape}</w:r></w:p>"
    )


def shape_xml(
    inside: str, size: tuple[int, int], where: str, wrap: str, *, names: str = "", turn: str = ""
) -> str:
    """A frame without lines that holds text; `turn` is how its text runs."""
    width, height = size
    return (
        f'<mc:AlternateContent{names}><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" '
        'distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{where}<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'{wrap}<wp:docPr id="800" name="frame"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr{turn} wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )
