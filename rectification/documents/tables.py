"""Tables of known rows, written at once: a cell object per value is what makes Word slow."""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from rectification.documents.paper import BODY, HEADING
from rectification.documents.words import on_paper

WIDTH = 8845  # the type area in twips
# A column whose longest text is longer than a date is set to the left.
_LONG = 10
HALF_POINTS, SMALL, LARGE = 21, 16, 28
Row = Sequence[str]


def add_table(
    document: Any,
    headers: Row,
    widths: Sequence[int],
    rows: Sequence[Row],
    *,
    merged: int = 0,
    half: int = HALF_POINTS,
    labels: frozenset[int] = frozenset(),
) -> None:
    """A ruled table as wide as the text; its header, if any, stands on every page.

    Equal neighbours in the first `merged` columns become one cell. `half` is the size of letters
    in half points. Columns in `labels` are set like headers, the others beside them to the left.
    """
    sizes = _sizes(widths)
    look = _Look(sizes, _left(len(sizes), rows, labels), half, labels)
    body = "".join(_rows(headers, rows, look, merged))
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    table = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )
    document.element.body._insert_tbl(parse_xml(table))


class _Look:
    """How the cells of a table are set."""

    def __init__(
        self, sizes: Sequence[int], left: frozenset[int], half: int, labels: frozenset[int]
    ) -> None:
        self.sizes, self.left, self.half, self.labels = sizes, left, half, labels

    def cell(
        self, place: int, text: str, *, head: bool = False, merge: str = "", keep: bool = False
    ) -> str:
        """One cell; `merge` is restart or continue, `keep` holds it to the row below."""
        font = HEADING if head or place in self.labels else BODY
        side = "left" if not head and place in self.left else "center"
        merging = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        holding = "<w:keepNext/>" if head or keep else ""
        said = self._paragraph(text, font, side, holding)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self.sizes[place]}" w:type="dxa"/>{merging}'
            f'<w:vAlign w:val="center"/></w:tcPr>{said}</w:tc>'
        )

    def _paragraph(self, text: str, font: str, side: str, keep: str) -> str:
        fonts = "".join(f' w:{one}="{font}"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
        pitch = self.half * 15
        said = escape("" if not text else on_paper(text))
        around = f'w:before="{self.half * 2}" w:after="{self.half * 2}"'
        return (
            f'<w:p><w:pPr>{keep}<w:spacing {around} w:line="{pitch}" w:lineRule="exact"/>'
            f'<w:jc w:val="{side}"/></w:pPr>'
            f'<w:r><w:rPr><w:rFonts{fonts}/><w:spacing w:val="0"/><w:sz w:val="{self.half}"/>'
            f'</w:rPr><w:t xml:space="preserve">{said}</w:t></w:r></w:p>'
        )


def _rows(headers: Row, rows: Sequence[Row], look: _Look, merged: int) -> Iterator[str]:
    if headers:
        cells = "".join(look.cell(place, one, head=True) for place, one in enumerate(headers))
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        below = rows[number + 1] if number + 1 < len(rows) else None
        yield _row(row, above, below, look, merged)


def _row(row: Row, above: Row | None, below: Row | None, look: _Look, merged: int) -> str:
    """One row; rows of one merged cell stay on one page, and so do the rows of facts."""
    as_above = [_same(row, above, place, merged) for place in range(len(row))]
    as_below = [_same(row, below, place, merged) for place in range(len(row))]
    keep = as_below[0] or (bool(look.labels) and below is not None)
    cells = [
        look.cell(
            place, "" if as_above[place] else text, keep=keep,
            merge="continue" if as_above[place] else "restart" if as_below[place] else "",
        )
        for place, text in enumerate(row)
    ]  # fmt: skip
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _same(row: Row, other: Row | None, place: int, merged: int) -> bool:
    """Whether the cell and all merged ones before it say what the other row says."""
    if other is None or place >= merged:
        return False
    return list(row[: place + 1]) == list(other[: place + 1])


def _sizes(widths: Sequence[int]) -> list[int]:
    """Shares of the type area that add up to it."""
    total = sum(widths)
    sizes = [WIDTH * width // total for width in widths]
    sizes[-1] += WIDTH - sum(sizes)
    return sizes


def _left(columns: int, rows: Sequence[Row], labels: frozenset[int]) -> frozenset[int]:
    if labels:
        return frozenset(range(columns)) - labels
    return frozenset(
        place for place in range(columns) if any(len(row[place]) > _LONG for row in rows)
    )
