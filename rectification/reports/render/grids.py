"""Tables of known rows as XML, one pattern a column: an object per cell is what makes Word slow."""

from collections.abc import Iterable, Iterator, Sequence

from rectification.reports.content import Cell
from rectification.reports.render.fitting import MARGIN, Fit, Grid
from rectification.reports.render.runs import BODY, HEADING, said

_LONG = 8
_BORDERS = "".join(
    f'<w:{one} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for one in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NONE = "本期没有"


def grid_xml(grid: Grid, fit: Fit) -> str:
    """The table: ruled, header on every page, no row broken."""
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in fit.sizes)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(fit.sizes)}" w:type="dxa"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{MARGIN}" w:type="dxa"/><w:right w:w="{MARGIN}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{_head(grid, fit)}"
        f"{''.join(_body(grid, fit))}</w:tbl>"
    )


def _head(grid: Grid, fit: Fit) -> str:
    cells = "".join(
        before + said(text) + after
        for text, (before, after) in zip(
            grid.headers, _patterns(grid, fit, HEADING, keep=True), strict=True
        )
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _body(grid: Grid, fit: Fit) -> Iterator[str]:
    plain = _patterns(grid, fit, BODY)
    if not grid.rows:
        yield _nothing(fit)
    for row in grid.rows[:-1]:
        yield _row(row, plain)
    if grid.rows:
        yield _row(grid.rows[-1], _patterns(grid, fit, HEADING) if grid.total else plain)


def _row(cells: Iterable[Cell], patterns: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        [
            before + ("" if text is None or text == "" else said(text)) + after
            for text, (before, after) in zip(cells, patterns, strict=True)
        ]
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def _nothing(fit: Fit) -> str:
    """A row that says that there is none."""
    before, after = _pattern(sum(fit.sizes), BODY, fit.half, "center")
    span = f'<w:gridSpan w:val="{len(fit.sizes)}"/><w:vAlign'
    return _row([_NONE], [(before.replace("<w:vAlign", span), after)])


def _patterns(grid: Grid, fit: Fit, font: str, *, keep: bool = False) -> list[tuple[str, str]]:
    """What stands before and after the text of a cell, for each column."""
    left = {place for place in range(len(fit.sizes)) if font == BODY and _is_long(grid, place)}
    last = len(fit.sizes) - 1
    return [
        _pattern(size, font, fit.half, "left" if place in left else "center", keep=keep)
        if not (grid.marked and place == last)
        else _pattern(size, font, 14, "center", grey=True, keep=keep)
        for place, size in enumerate(fit.sizes)
    ]


def _is_long(grid: Grid, place: int) -> bool:
    """Whether a column holds sentences rather than names and numbers."""
    return any(sum(not one.isascii() for one in str(row[place] or "")) > _LONG for row in grid.rows)


def _pattern(
    size: int, font: str, half: int, side: str, *, grey: bool = False, keep: bool = False
) -> tuple[str, str]:
    fonts = "".join(f' w:{one}="{font}"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
    colour = '<w:color w:val="808080"/>' if grey else ""
    before = (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}"
        f'<w:spacing w:before="40" w:after="40" w:line="{half * 14}" w:lineRule="exact"/>'
        f'<w:jc w:val="{side}"/></w:pPr><w:r><w:rPr><w:rFonts{fonts}/>{colour}'
        f'<w:spacing w:val="0"/><w:sz w:val="{half}"/></w:rPr><w:t xml:space="preserve">'
    )
    return before, "</w:t></w:r></w:p></w:tc>"
