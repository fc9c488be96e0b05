"""The imprint (版记): copies, issuing organ and day between lines, bottom of the last page."""

from rectification.reports.render.closing import day_words
from rectification.reports.render.fitting import ACROSS, UPRIGHT
from rectification.reports.render.floating import box
from rectification.reports.render.runs import BODY, paragraph, run, spaced
from rectification.reports.snapshot import Snapshot

_THICK, _THIN = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm
_SIZE, _LETTER = 28, 280  # 4号: 14 points, one character in twips
_LINE, _AROUND = 460, 80  # twips
_EMU = 635  # English metric units in a twip


def imprint(snapshot: Snapshot, *, across: bool = False) -> str:
    """The box and the paragraph that holds it; `across` for a turned last page."""
    width = ACROSS if across else UPRIGHT
    copies = str(snapshot.content.copies).rstrip("。")
    rows, height = [], _LINE + _AROUND
    if copies:
        rows.append(_cell(width, run(f"抄送：{copies}。", BODY, _SIZE), hanging=3))
        height += _AROUND + _LINE * _lines(copies, width)
    day = f"{day_words(snapshot)}印发" if snapshot.stamp.get("number") else "草稿，未印发"
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width - 2 * _LETTER}"/></w:tabs>'
    sides = run(snapshot.content.organ, BODY, _SIZE) + _TAB + run(day, BODY, _SIZE)
    rows.append(_cell(width, sides, tab))
    return box(_table(width, rows), width * _EMU, (height + _AROUND) * _EMU)


def _lines(copies: str, width: int) -> int:
    """Lines that the receivers of copies take: three characters are 抄送： on each of them."""
    free = (width - 5 * _LETTER) // _LETTER
    return -(-(len(copies) + 1) // free)


_TAB = f'<w:r><w:rPr><w:sz w:val="{_SIZE}"/></w:rPr><w:tab/></w:r>'


def _cell(width: int, inside: str, tabs: str = "", hanging: int = 0) -> str:
    size = hanging * _LETTER
    ind = f'<w:ind w:left="{size}" w:hanging="{size}"/>' if hanging else ""
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'</w:tcPr><w:p><w:pPr>{tabs}<w:spacing w:before="40" w:after="40" w:line="{_LINE}" '
        f'w:lineRule="exact"/>{ind}</w:pPr>{inside}</w:p></w:tc></w:tr>'
    )


def _table(width: int, rows: list[str]) -> str:
    def line(side: str, size: int) -> str:
        return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'

    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{line('top', _THICK)}{line('bottom', _THICK)}{line('insideH', _THIN)}"
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{_LETTER}" w:type="dxa"/><w:right w:w="{_LETTER}" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"{''.join(rows)}</w:tbl>{paragraph('', space=spaced(0, 0, 20))}"
    )
