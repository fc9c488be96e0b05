"""Looks of charts: fills and lines that grey copies tell apart, labels, axes."""

from rectification.reports.content import Chart

# Grey copies must tell the series apart: each has a pattern besides its colour.
_PATTERNS = ("solid", "wdUpDiag", "pct30", "horz", "smGrid", "wdDnDiag")
_DASHES = ("solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash")
_SIGNS = ("circle", "square", "triangle", "diamond", "x", "star")
_COLOURS = {"red": "C00000", "yellow": "BF9000", "green": "2E7D32", "grey": "7F7F7F"}
_DEFAULT = ("1F4E79", "C55A11", "548235", "7F6000", "7030A0", "404040")
_UPRIGHT = 6  # with more places than these, bars lie and names stay readable


def lies(chart: Chart) -> bool:
    """Whether the bars of a chart lie."""
    return chart.kind != "line" and len(chart.names) > _UPRIGHT


def colour_of(chart: Chart, place: int) -> str:
    """The colour of a series, six hexadecimal digits."""
    return _COLOURS.get(chart.series[place].colour, _DEFAULT[place % len(_DEFAULT)])


def bar_looks(colour: str, place: int) -> str:
    """The fill of bars."""
    pattern = _PATTERNS[place % len(_PATTERNS)]
    ink = f'<a:srgbClr val="{colour}"/>'
    solid = f"<a:solidFill>{ink}</a:solidFill>"
    fill = solid if pattern == "solid" else (
        f'<a:pattFill prst="{pattern}"><a:fgClr>{ink}</a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )  # fmt: skip
    return f'<c:spPr>{fill}<a:ln w="6350">{solid}</a:ln></c:spPr><c:invertIfNegative val="0"/>'


def line_looks(colour: str, place: int) -> str:
    """A line and its signs."""
    ink = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    dash = _DASHES[place % len(_DASHES)]
    return (
        f'<c:spPr><a:ln w="22225">{ink}<a:prstDash val="{dash}"/></a:ln></c:spPr><c:marker>'
        f'<c:symbol val="{_SIGNS[place % len(_SIGNS)]}"/><c:size val="6"/><c:spPr>{ink}</c:spPr>'
        "</c:marker>"
    )


def labels(chart: Chart) -> str:
    """Every bar and point says its value."""
    where = {"line": "t", "stacked": "ctr"}.get(chart.kind, "outEnd")
    hidden = "".join(
        f'<c:{one} val="0"/>' for one in ("showCatName", "showSerName", "showPercent",
                                          "showBubbleSize")
    )  # fmt: skip
    ground = (
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
        if chart.kind == "stacked" else ""
    )  # fmt: skip
    return (
        f'<c:dLbls>{ground}<c:dLblPos val="{where}"/><c:showLegendKey val="0"/>'
        f'<c:showVal val="1"/>{hidden}</c:dLbls>'
    )


def axes(chart: Chart) -> str:
    """Places and values; lying bars are read from the top."""
    lying = lies(chart)
    order = "maxMin" if lying else "minMax"
    sides = ("l", "b") if lying else ("b", "l")
    crosses = '<c:crosses val="max"/>' if lying else '<c:crosses val="autoZero"/>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{sides[0]}"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling>'
        f'<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="{sides[1]}"/>'
        '<c:majorGridlines><c:spPr><a:ln w="3175"><a:solidFill><a:srgbClr val="D9D9D9"/>'
        "</a:solidFill></a:ln></c:spPr></c:majorGridlines>"
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>'
        f"{crosses}</c:valAx>"
    )
