"""The text of a report as Word paragraphs: sentences, tables of the text, charts."""

from collections.abc import Iterator

from rectification.reports.content import Paragraph, Section, Table
from rectification.reports.render.charts import drawing
from rectification.reports.render.correction import correction
from rectification.reports.render.fitting import fitted
from rectification.reports.render.grids import grid_xml
from rectification.reports.render.marks import of_line
from rectification.reports.render.runs import (
    HEADING,
    KAI,
    indent,
    mark,
    paragraph,
    run,
    spaced,
)
from rectification.reports.render.sheets import grid_of
from rectification.reports.snapshot import Snapshot

# Sections whose sentences are items: each stands in a paragraph of its own.
_ITEMS = frozenset({"practices", "problems", "next", "tasks"})
_SIZE = 32
_DATA = "数据说明："


def body(snapshot: Snapshot) -> str:
    """Everything between the recipients and the signature."""
    return "".join(_parts(snapshot))


def _parts(snapshot: Snapshot) -> Iterator[str]:
    content = snapshot.content
    yield correction(snapshot)
    consent = str(content.facts.get("consent", "")).strip()
    if consent:
        yield _text(run(consent if consent.endswith("。") else f"{consent}。"))
    if content.front:
        yield _text(run(_DATA, HEADING, _SIZE) + _sentences(snapshot, Paragraph("", content.front)))
    for section in content.sections:
        yield from _section(snapshot, section)


def _section(snapshot: Snapshot, section: Section) -> Iterator[str]:
    content = snapshot.content
    yield paragraph(run(section.heading, HEADING, _SIZE), keep=True, ind=indent(2))
    for part in section.paragraphs:
        yield from _paragraphs(snapshot, part, apart=section.key in _ITEMS)
    known = {one.key: one for one in content.tables}
    for key in section.tables:
        if key in known:
            yield _table(snapshot, known[key])
    for place, chart in enumerate(content.charts, 1):
        if chart.key in section.charts:
            yield drawing(chart, place)


def _paragraphs(snapshot: Snapshot, part: Paragraph, *, apart: bool) -> Iterator[str]:
    if part.heading:
        yield paragraph(run(part.heading, KAI, _SIZE), keep=True, ind=indent(2))
    groups = [Paragraph("", (line,)) for line in part.lines] if apart else [part]
    for group in groups:
        yield _text(_sentences(snapshot, group))


def _sentences(snapshot: Snapshot, part: Paragraph) -> str:
    content = snapshot.content
    return "".join(
        run(content.said(line).text) + mark(of_line(content, line)) for line in part.lines
    )


def _text(inside: str) -> str:
    return paragraph(inside, ind=indent(2))


def _table(snapshot: Snapshot, table: Table) -> str:
    """A table inside the text: its title above, its note below."""
    grid = grid_of(snapshot.content, table)
    title = paragraph(
        run(table.title, HEADING, 28), keep=True, space=spaced(120, 60, 400), side="center"
    )
    return title + grid_xml(grid, fitted(grid, turn=False)) + under(table)


def under(table: Table) -> str:
    """What stands below a table; a little space where nothing does."""
    note = run(f"注：{table.note}", "", 21) if table.note else ""
    return paragraph(note, space=spaced(40, 80, 320 if note else 100))
