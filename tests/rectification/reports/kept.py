"""Stored reports of chosen content, without composing or drawing them."""

from dataclasses import replace
from typing import Any

from rectification.reports.content import Item, ReportContent
from rectification.reports.models import Report, ReportTemplate
from rectification.reports.states import ReportStatus
from tests.rectification.reports.written import content
from villages.common import clock


def kept(said: ReportContent, status: str = ReportStatus.DRAFT, **more: Any) -> Report:
    """A report that says this; its code counts up."""
    template, _created = ReportTemplate.objects.get_or_create(
        sha256="0" * 64, defaults={"name": "bulletin.docx", "content": b""}
    )
    number = Report.objects.count() + 1
    if status == ReportStatus.ISSUED:
        more = {"issued_at": clock.instant(), "number": number, "year": 2026, **more}
    fields = {"version": 1, "code": f"AAAA{number:02}", "is_open": said.is_open, **more}
    made: Report = Report.objects.create(
        county_code=said.county_code, kind=said.kind, period=said.period, title=said.title,
        status=status, content=said.to_json(), template=template, renderer="2",
        content_sha256="", sha256="", **fields,
    )  # fmt: skip
    return made


def saying(period: str, *items: Item, **more: Any) -> ReportContent:
    """A monthly report of these figures."""
    return replace(content(), period=period, figures=items, **more)
