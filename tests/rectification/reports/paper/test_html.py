"""The paper as a page: every figure leads to its rows, the same words as on paper."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from rectification.reports.render.html import paper_context
from tests.rectification.reports.paper.contents import CORRECTS, ISSUED, chart, content, snapshot
from tests.rectification.reports.paper.reading import Paper

UID = "0" * 32
REPORT = SimpleNamespace(uid=UID)


def test_sentences_and_cells_lead_to_their_figures() -> None:
    paper = paper_context(snapshot(ISSUED), REPORT)["paper"]

    first = paper["sections"][0]["paragraphs"][0]["sentences"][0]
    assert [(one["number"], one["code"]) for one in first["marks"]] == [
        (1, "villages"), (2, "colour.red"), (3, "colour.share"),
    ]  # fmt: skip
    assert first["marks"][0]["url"] == f"/reports/{UID}/figures/villages/"
    table = paper["annexes"][0]
    assert table["rows"][0][1]["url"].endswith("/figures/villages.999901/")
    assert (table["total"][0]["text"], table["total"][1]["number"]) == ("合计", 1)


def test_the_page_says_what_the_paper_says() -> None:
    html = render_to_string("reports/paper.html", paper_context(snapshot(CORRECTS), REPORT))

    for line in Paper(snapshot(CORRECTS)).lines:
        for sentence in line.split("[")[0].split("。"):
            if sentence and not sentence.startswith(("附件：", "更正说明", "（数字", "2.", "1.")):
                assert sentence.removeprefix("数据说明：") in html, sentence
    assert "东&lt;b&gt;村&amp;" in html
    assert " style=" not in html and "<script" not in html


def test_sentences_of_a_paragraph_stand_close_together() -> None:
    html = render_to_string("reports/paper.html", paper_context(snapshot(ISSUED), REPORT))

    inside = html.partition("<h3>")[2].partition("</p>")[0]
    assert 'class="paper__sentence"' in inside
    assert re.search(r"</(?:sup|span)>\s+<span", inside) is None


@pytest.mark.parametrize(("kind", "shape", "shapes"), [
    ("bars", "<rect", 17), ("stacked", "<rect", 17), ("line", "<circle", 15),
])  # fmt: skip
def test_charts_are_drawn_inline_with_their_numbers(kind: str, shape: str, shapes: int) -> None:
    sections = (replace(content().sections[0], charts=(kind,)),)
    shown = snapshot(ISSUED, charts=(chart(kind),), sections=sections)

    html = render_to_string("reports/paper.html", paper_context(shown, REPORT))

    figure = html[html.index("<figure") : html.index("</figure>")]
    # Eight places, two series, one gap; bars have two keys above them.
    assert figure.count(shape) == shapes
    assert figure.count("/figures/colour.red.") == 7
    assert "看数字" in figure
