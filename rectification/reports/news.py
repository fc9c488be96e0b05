"""Issued reports for the daily digest: one line a report."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from rectification.supervision.news_sources import NewsSource
from villages.common.clock import ZONE

_DAY = timedelta(days=1)


def lines(channel: Any, since: date, on: date) -> Iterator[str]:
    """What was issued since the last digest in the owner's county. One query; departments have no
    reports."""
    first, last = (datetime.combine(day, time.min, ZONE) for day in (since, on + _DAY))
    rows = _rows(channel).filter(issued_at__gte=first, issued_at__lt=last).order_by("issued_at")
    for one in rows.defer("content", "edits"):
        words = _("报告更正:%s") if one.why else _("报告签发:%s")
        yield words % f"{one.title} {one.number_text}"


def _rows(channel: Any) -> Any:
    """A person's own territory, a unit's own county."""
    if channel.user_id and may_see_reports(channel.user):
        return Report.objects.visible_to(channel.user).in_county(channel.county_code)
    if channel.unit_code and not channel.user_id:
        return Report.objects.in_county(channel.county_code)
    return Report.objects.none()


NEWS = (NewsSource("reports", lines),)
