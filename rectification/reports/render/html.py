"""The paper as plain data for pages: sentences and cells with the way to their figures."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse

from rectification.documents.words import on_paper
from rectification.reports.content import Line, Paragraph, Section, Table
from rectification.reports.render.annexes import annexes_of
from rectification.reports.render.context import words_of
from rectification.reports.render.correction import changed_rows
from rectification.reports.render.marks import numbers_of
from rectification.reports.render.svg import picture
from rectification.reports.snapshot import Snapshot

Mark = dict[str, Any]


def paper_context(snapshot: Snapshot, report: Any) -> dict[str, Any]:
    """What `reports/paper.html` shows. No query."""
    content, draw = snapshot.content, _Drawing(snapshot, report)
    annexes = [one.table for one in annexes_of(content)]
    return {
        "paper": {
            **words_of(snapshot),
            "corrects": snapshot.stamp.get("corrects", ""),
            "why": snapshot.stamp.get("why", ""),
            "changes": changed_rows(snapshot.stamp),
            "consent": content.facts.get("consent", ""),
            "front": [draw.sentence(one) for one in content.front],
            "sections": [draw.section(one) for one in content.sections],
            "annexes": [draw.table(one) for one in annexes],
        }
    }


class _Drawing:
    """Draws parts of one report; knows the addresses of its figures."""

    def __init__(self, snapshot: Snapshot, report: Any) -> None:
        self.content = snapshot.content
        self.numbers = numbers_of(snapshot.content)
        # One address is asked for, the others differ in the code alone.
        self._figures = reverse("reports:figures", args=[report.uid])
        self._tables = {one.key: one for one in snapshot.content.tables}

    def mark(self, code: str) -> Mark:
        """A figure: its number, its code, its address."""
        return {"number": self.numbers[code], "code": code, "url": f"{self._figures}{code}/"}

    def sentence(self, line: Line) -> dict[str, Any]:
        """A sentence and the figures that it states."""
        codes = dict.fromkeys(line.figure_codes)
        text = on_paper(self.content.said(line).text)
        return {"key": line.key, "text": text, "marks": [self.mark(one) for one in codes]}

    def section(self, section: Section) -> dict[str, Any]:
        """A section with its tables and charts."""
        charts = [one for one in self.content.charts if one.key in section.charts]
        return {
            "key": section.key,
            "heading": on_paper(section.heading),
            "paragraphs": [_paragraph(one, self.sentence) for one in section.paragraphs],
            "tables": [
                self.table(self._tables[key]) for key in section.tables if key in self._tables
            ],
            "charts": [picture(self.content, one, self.mark) for one in charts],
        }

    def table(self, table: Table) -> dict[str, Any]:
        """A table; cells that state a figure lead to it."""
        empty: tuple[None, ...] = (None,) * len(table.keys)
        codes: Iterable[Any] = table.codes or [empty] * len(table.rows)
        rows = [
            [self._cell(cell, code) for cell, code in zip(row, of, strict=True)]
            for row, of in zip(table.rows, codes, strict=True)
        ]
        return {
            "key": table.key, "title": on_paper(table.title), "headers": table.headers,
            "rows": rows[:-1] if table.total else rows,
            "total": rows[-1] if table.total and rows else None, "note": table.note,
        }  # fmt: skip

    def _cell(self, cell: Any, code: str | None) -> dict[str, Any]:
        text = "" if cell == "" else on_paper(cell)
        return {"text": text, **(self.mark(code) if code else {})}


def _paragraph(part: Paragraph, sentence: Callable[[Line], Any]) -> dict[str, Any]:
    return {"heading": on_paper(part.heading), "sentences": [sentence(one) for one in part.lines]}
