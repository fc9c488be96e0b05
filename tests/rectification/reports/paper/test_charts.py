"""Charts are native drawings whose points are the report's figures."""

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from rectification.reports.render.charts import chart_part
from tests.rectification.reports.paper.contents import TOWNSHIPS, chart, content, snapshot
from tests.rectification.reports.paper.reading import Paper

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.mark.parametrize("kind", ["bars", "stacked", "line"])
def test_points_are_figures_and_gaps_stay_gaps(kind: str) -> None:
    report = content()

    tree = ElementTree.fromstring(chart_part(report, chart(kind)))

    series = list(tree.iter(f"{C}ser"))
    values = [[one.text for one in each.find(f"{C}val").iter(f"{C}v")] for each in series]  # type: ignore[union-attr]
    assert values == [["3"] * len(TOWNSHIPS), ["3"] * (len(TOWNSHIPS) - 1)]
    assert series[1].find(f"{C}val").find(f".//{C}pt").get("idx") == "1"  # type: ignore[union-attr]
    assert all(one.find(f"{C}dLbls/{C}showVal").get("val") == "1" for one in series)  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["bars", "stacked", "line"])
def test_grey_copies_tell_series_apart(kind: str) -> None:
    xml = chart_part(content(), chart(kind)).decode()

    wanted = ('prstDash val="dash"', 'symbol val="square"') if kind == "line" else ("pattFill",)
    assert all(one in xml for one in wanted)


def test_the_document_names_its_charts() -> None:
    paper = Paper(snapshot())

    assert 'r:id="rIdChart1"' in paper.parts["word/document.xml"]
    assert 'Id="rIdChart1"' in paper.parts["word/_rels/document.xml.rels"]
    assert "/word/charts/chart1.xml" in paper.parts["[Content_Types].xml"]
    related: Any = paper.document.part.rels["rIdChart1"].target_part
    assert str(related.partname) == "/word/charts/chart1.xml"


def test_text_in_charts_is_escaped() -> None:
    xml = chart_part(content(), replace(chart(), title="<x>&", names=("<a>",) * 8))

    assert ElementTree.fromstring(xml) is not None
    assert b"&lt;x&gt;&amp;" in xml
