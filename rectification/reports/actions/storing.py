"""Storing what belongs to a report: template, files, figures with their codes."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from rectification.reports.models import Report, ReportFigure, ReportFile, ReportTemplate
from rectification.reports.render import RenderedFile
from rectification.reports.snapshot import Snapshot
from villages.db import bulk


def template_row(name: str, content: bytes) -> ReportTemplate:
    """The bytes of a template, kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    row, _created = ReportTemplate.objects.get_or_create(
        sha256=sha256, defaults={"name": name, "content": content}
    )
    return row


def keep_files(report: Report, files: Iterable[RenderedFile]) -> None:
    """The documents of a report in place of those before; only of a report not issued yet."""
    report.files.all().delete()
    ReportFile.objects.bulk_create(
        ReportFile(report=report, name=one.name, sha256=one.sha256, content=one.content)
        for one in files
    )


def keep_parts(report: Report, files: Iterable[RenderedFile]) -> None:
    """Documents and figures of a new report."""
    ReportFile.objects.bulk_create(
        ReportFile(report=report, name=one.name, sha256=one.sha256, content=one.content)
        for one in files
    )
    bulk.insert(ReportFigure, _FIGURE, _figures(report))


_FIGURE = ("report", "place", "code", "label", "unit", "value", "gap", "short_code")


def _figures(report: Report) -> Iterator[tuple[Any, ...]]:
    """Rows of figures; a long report has a thousand, put in by one statement."""
    shown = Snapshot(report.composed, report.code, report.version)
    for place, one in enumerate(report.composed.figures, 1):
        value = "" if one.value is None else str(one.value)
        yield (
            report.pk, place, one.code, one.label, one.unit, value, one.gap or "",
            shown.mark(place),
        )  # fmt: skip
