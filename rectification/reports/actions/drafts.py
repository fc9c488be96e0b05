"""What a new draft takes over from the one before."""

from typing import Any

from rectification.reports.content import ReportContent
from rectification.reports.content.lines import places
from rectification.reports.editing import is_own
from rectification.reports.models import Report
from rectification.reports.states import UNISSUED
from villages.common.errors import DomainError


def carried_over(last: Report | None, content: ReportContent) -> dict[str, str | None]:
    """Amended words whose sentence is there again and states the same figures; sentences left
    out stay left out, the county's own stay where their section is there again. An issued report
    hands nothing on: its correction is read anew."""
    if last is None or last.status not in UNISSUED:
        return {}
    now = {line.key: line.pattern for line in content.lines}
    return {
        key: pattern
        for key, pattern in last.edits.items()
        if is_own(content, key) or (key in now and _fits(pattern, now[key]))
    }


def _fits(pattern: str | None, now: str) -> bool:
    return pattern is None or sorted(places(pattern)) == sorted(places(now))


def refuse_foreign(by: Any, county: str) -> None:
    """A report is about a whole county: whoever does not cover it makes none (`report_scope`)."""
    if not by.territory.covers(county):
        raise DomainError("report_scope", "这个县不在您的管辖范围内。", "请换一个县。")
