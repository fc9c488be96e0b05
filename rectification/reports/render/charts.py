"""Charts as native drawings: Word and WPS show them as their own, the numbers stay text."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx.oxml.ns import nsmap

from rectification.documents.words import on_paper
from rectification.reports.content import Chart, ReportContent, Series
from rectification.reports.render.chart_looks import (
    axes,
    bar_looks,
    colour_of,
    labels,
    lies,
    line_looks,
)
from rectification.reports.render.runs import paragraph

_MM = 36_000
_WIDTH = 150


def key_of(place: int) -> str:
    """The key by which the document names its chart."""
    return f"rIdChart{place}"


def drawing(chart: Chart, place: int) -> str:
    """The paragraph that holds a chart."""
    height = (70 if not lies(chart) else 30 + 7 * len(chart.names)) * _MM
    names = " ".join(f'xmlns:{key}="{nsmap[key]}"' for key in ("wp", "a", "r", "c"))
    inside = (
        f'<w:r><w:drawing><wp:inline {names} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDTH * _MM}" cy="{height}"/><wp:docPr id="{900 + place}" '
        f'name="chart{place}" descr="{_quoted(chart.title)}"/><a:graphic>'
        f'<a:graphicData uri="{nsmap["c"]}"><c:chart r:id="{key_of(place)}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    # A drawing in a line of fixed height would be cut off.
    space = '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>'
    return paragraph(inside, space=space, side="center")


def chart_part(content: ReportContent, chart: Chart) -> bytes:
    """The chart itself; a figure without a number leaves a gap."""
    names = " ".join(f'xmlns:{key}="{nsmap[key]}"' for key in ("c", "a", "r"))
    title = chart.title + (f"（单位：{chart.unit}）" if chart.unit else "")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace {names}><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich>'
        f'<a:bodyPr/><a:p><a:pPr>{_letters(1200)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="1200"/>'
        f'<a:t>{_words(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        f"{_plot(content, chart)}{axes(chart)}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:txPr><a:bodyPr/><a:p><a:pPr>{_letters(900)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p>'
        "</c:txPr></c:chartSpace>"
    ).encode()


def _plot(content: ReportContent, chart: Chart) -> str:
    rows = "".join(_series(content, chart, place) for place in range(len(chart.series)))
    ids = '<c:axId val="1"/><c:axId val="2"/>'
    if chart.kind == "line":
        return (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{rows}<c:marker val="1"/>{ids}</c:lineChart>'
        )
    stacked = chart.kind == "stacked"
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return (
        f'<c:barChart><c:barDir val="{"bar" if lies(chart) else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>'
        f'{rows}<c:gapWidth val="60"/>{overlap}{ids}</c:barChart>'
    )


def _series(content: ReportContent, chart: Chart, place: int) -> str:
    one = chart.series[place]
    colour = colour_of(chart, place)
    looks = line_looks if chart.kind == "line" else bar_looks
    names = "".join(_point(at, name) for at, name in enumerate(chart.names))
    values = "".join(_point(at, value) for at, value in _values(content, one))
    length = len(chart.names)
    straight = '<c:smooth val="0"/>' if chart.kind == "line" else ""
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>S</c:f>'
        f'<c:strCache><c:ptCount val="1"/>{_point(0, one.name)}</c:strCache></c:strRef></c:tx>'
        f"{looks(colour, place)}{labels(chart)}<c:cat><c:strRef><c:f>C</c:f><c:strCache>"
        f'<c:ptCount val="{length}"/>{names}</c:strCache></c:strRef></c:cat><c:val><c:numRef>'
        f"<c:f>V</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{length}"/>{values}</c:numCache></c:numRef></c:val>{straight}</c:ser>'
    )


def _values(content: ReportContent, series: Series) -> Iterator[tuple[int, str]]:
    for place, code in enumerate(series.codes):
        value = content.by_code[code].value if code else None
        if value is not None:
            yield place, str(value)


def _point(place: int, text: str) -> str:
    return f'<c:pt idx="{place}"><c:v>{_words(text)}</c:v></c:pt>'


def _letters(size: int) -> str:
    return (
        f'<a:defRPr sz="{size}" b="0"><a:latin typeface="宋体"/><a:ea typeface="宋体"/></a:defRPr>'
    )


def _words(text: str) -> str:
    return escape(on_paper(text))


def _quoted(text: str) -> str:
    return escape(on_paper(text), {'"': "&quot;"})
