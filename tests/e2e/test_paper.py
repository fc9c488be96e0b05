"""Reports as they leave the printer: every figure is there, nothing is cut off."""

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rectification.documents.words import on_paper
from rectification.reports.content import ReportContent
from rectification.reports.render.docx import docx_bytes
from rectification.reports.snapshot import Snapshot
from tests.browser.portal import ROOT, Portal
from tests.e2e.printing import Print, printed, squeezed
from tests.rectification.reports.paper.contents import (
    CORRECTS,
    TEMPLATE,
    chart,
    snapshot,
    township_table,
)

_MM = 72 / 25.4
_TOGETHER = 4


@pytest.fixture(scope="module")
def october(place: Portal) -> Snapshot:
    """October of the demo county, as the command makes it."""
    environ = {"PATH": "/usr/bin:/bin", "PORTAL_DATA": str(place.data), "PORTAL_TODAY":
               "2026-11-03", "DJANGO_SETTINGS_MODULE": "config.settings"}  # fmt: skip
    command = [sys.executable, "manage.py", "make_report", "monthly", "2026-10"]
    subprocess.run(command, cwd=ROOT, env=environ, check=True, capture_output=True)
    with sqlite3.connect(place.database) as link:
        row = link.execute(
            "SELECT content, code, version FROM rectification_report ORDER BY id DESC"
        ).fetchone()
    return Snapshot(ReportContent.from_json(json.loads(row[0])), row[1], row[2])


@pytest.fixture(scope="module")
def rich() -> Snapshot:
    """Everything that paper can hold, a correction and two turned pages."""
    wide = (township_table(24), replace(township_table(22), key="other", title="第二张宽表"))
    given = snapshot(CORRECTS)
    tables = (*given.content.tables, *(replace(one, annex=True) for one in wide))
    charts = tuple(chart(kind) for kind in ("bars", "stacked", "line"))
    sections = (replace(given.content.sections[0], charts=("bars", "stacked", "line")),)
    return replace(given, content=replace(given.content, tables=tables, charts=charts,
                                          sections=sections))  # fmt: skip


def test_everything_that_paper_can_hold_is_printed(rich: Snapshot, tmp_path: Path) -> None:
    _holds(rich, printed(docx_bytes(rich, TEMPLATE), tmp_path), pages=range(7, 13))


def test_october_is_printed_whole(october: Snapshot, tmp_path: Path) -> None:
    _holds(october, printed(docx_bytes(october, TEMPLATE), tmp_path), pages=range(8, 61))


def _holds(given: Snapshot, paper: Print, pages: range) -> None:
    content = given.content
    for line in content.lines:
        assert squeezed(on_paper(content.said(line).text)) in paper.text, line.key
    for table in content.tables:
        for cell in (str(one) for row in table.rows for one in row if one not in (None, "")):
            assert _on_paper(cell) in paper.text, (table.key, cell)
    for one in content.charts:
        for code in (code for series in one.series for code in series.codes if code):
            assert content.by_code[code].shown() in paper.text, code
    assert len(paper.pages) in pages
    _is_whole(paper)


def _on_paper(cell: str) -> str:
    """What stands together on paper: numbers, and the first letters of words that may wrap."""
    return cell if cell.isascii() else squeezed(on_paper(cell))[:_TOGETHER]


def _is_whole(paper: Print) -> None:
    """No word outside of the type area and the places of page numbers; no page without text; no
    letter without a shape."""
    for number, page in enumerate(paper.pages, 1):
        left, top, right, bottom = (edge / _MM for edge in page.box)
        assert page.text.strip("—0123456789"), number
        turned = page.width > page.height
        # A comma may hang over the edge by one letter.
        edges = (20, 25, 31, 25) if turned else (27, 36, 20, 24)
        wide, high = page.width / _MM, page.height / _MM
        assert left >= edges[0] and top >= edges[1], (number, page.box)
        assert right <= wide - edges[2] + 1 and bottom <= high - edges[3] + 1, (number, page.box)
    assert "\ufffd" not in paper.text
    assert paper.fonts
    # Standing in for fonts that are not there, and part of the file: it reads the same anywhere.
    assert all(" yes " in one for one in paper.fonts)
