"""Attachments: each on a new page, wide ones on turned pages before the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from rectification.reports.content import ReportContent, Table
from rectification.reports.render.body import under
from rectification.reports.render.fitting import Fit, Grid, fitted
from rectification.reports.render.grids import grid_xml
from rectification.reports.render.runs import HEADING, LINE, TITLE, paragraph, run, spaced
from rectification.reports.render.sheets import grid_of
from rectification.reports.render.turning import section_break, turned


@dataclass(frozen=True)
class Annex:
    """An attachment as it will stand."""

    table: Table
    grid: Grid
    fit: Fit


def annexes_of(content: ReportContent) -> list[Annex]:
    """Attachments in the order of their numbers: wide tables first, so that the imprint stands
    on an upright page where there is one."""
    grids = ((one, grid_of(content, one)) for one in content.tables if one.annex)
    found = [Annex(table, grid, fitted(grid)) for table, grid in grids]
    return sorted(found, key=lambda one: not one.fit.across)


def ends_across(annexes: list[Annex]) -> bool:
    """Whether the last page is a turned one."""
    return bool(annexes) and annexes[-1].fit.across


def annexes_xml(annexes: list[Annex], section: str) -> str:
    """All attachments; `section` is how upright pages are set."""
    return "".join(_all(annexes, section))


def _all(annexes: list[Annex], section: str) -> Iterator[str]:
    across = False
    for number, annex in enumerate(annexes, 1):
        if annex.fit.across != across:
            yield section_break(turned(section) if across else section)
        name = f"附件{number}" if len(annexes) > 1 else "附件"
        yield _head(name, annex.table.title, page=annex.fit.across == across)
        yield grid_xml(annex.grid, annex.fit) + under(annex.table)
        across = annex.fit.across


def _head(name: str, title: str, *, page: bool) -> str:
    """附件 on the first line, the title on the third."""
    return paragraph(run(name, HEADING, 32), keep=True, page=page) + paragraph(
        run(title, TITLE, 44), keep=True, space=spaced(LINE, 290, 720), side="center"
    )
