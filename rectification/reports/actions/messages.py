"""Messages to channels: a draft is there, a report is out, a report was corrected."""

from datetime import datetime
from typing import Any

from rectification.reports.announcements import CORRECTED, ISSUED, MADE
from rectification.reports.models import Report
from rectification.supervision.actions.announcing import announce
from rectification.supervision.actions.outbox import page_url
from rectification.supervision.announcing import Announcement
from rectification.supervision.models import Channel


def tell_of_made(report: Report, at: datetime) -> None:
    """A draft waits for the county. One query where it has no channel."""
    _tell(MADE, report, at, ())


def tell_of_issued(report: Report, at: datetime) -> None:
    """The report is out: to the county's channels and to those of its townships. Three queries
    where there are no channels."""
    units = list(report.recipients.values_list("unit_code", flat=True))
    rows = Channel.objects.filter(county_code=report.county_code, active=True, user=None)
    also = list(rows.filter(unit_code__in=units, digest=False))
    _tell(CORRECTED if report.corrects_id else ISSUED, report, at, also)


def _tell(event: Announcement, report: Report, at: datetime, also: Any) -> None:
    data = {
        "report": report.uid, "kind": report.kind, "period": report.period,
        "version": report.version, "number": report.number_text, "sha256": report.sha256,
    }  # fmt: skip
    announce(
        event, county=report.county_code, about=f"{report.uid}:{report.status}",
        name=report.title, url=page_url("reports:report", report.uid), at=at, data=data, also=also,
    )  # fmt: skip
