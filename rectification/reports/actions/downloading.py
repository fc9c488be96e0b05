"""Copies that people take: each is marked with a code of its own and stands in a log."""

import secrets
from typing import Any

from django.db import transaction
from django.http import Http404

from rectification.reports.models import Report, ReportDownload
from rectification.reports.render.marking import marked
from rectification.reports.sides import may_have

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8


@transaction.atomic
def take_copy(*, by: Any, report: Report, name: str) -> tuple[str, bytes]:
    """A document of a report under a name that tells the copy, with the copy's mark on every page
    of a text document. The document that is kept and compared stays without. 404 for a name that
    the report does not have, and for the annex where the person does not cover the county."""
    file = report.files.filter(name=name).first()
    if file is None or not may_have(by, report, name):
        raise Http404
    mark = new_mark()
    ReportDownload.objects.create(
        report=report, name=name, mark=mark, by_id=getattr(by, "pk", None)
    )
    content = bytes(file.content)
    stem, _dot, kind = name.rpartition(".")
    return f"{stem}-{mark}.{kind}", marked(content, mark) if kind == "docx" else content


def new_mark() -> str:
    """A code that no copy bears yet, without letters that look alike."""
    while True:
        mark = "".join(secrets.choice(_ALPHABET) for _place in range(_LENGTH))
        if not ReportDownload.objects.filter(mark=mark).exists():
            return mark


def copy_of(mark: str, *, by: Any) -> ReportDownload | None:
    """Whose copy bears a mark; None where the person does not cover the county. One query."""
    rows = ReportDownload.objects.visible_to(by).select_related("report", "by")
    found: ReportDownload | None = rows.filter(mark=mark.strip().upper()).first()
    return found
