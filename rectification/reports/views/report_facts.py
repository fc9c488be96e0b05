"""What a report consists of, for the boxes beside it: files, facts, gaps, checks, extracts."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.length import length
from rectification.reports.models import Report
from rectification.reports.parameters import character_limits
from rectification.reports.sides import may_have
from rectification.reports.views.at_hand import address
from rectification.reports.views.checks import contradictions
from villages.common.clock import ZONE

GAPS_SHOWN = 20


def files(report: Report, user: Any) -> list[tuple[str, str, str]]:
    """Name, address, digest of each document that is for this person. One query."""
    rows = report.files.values_list("name", "sha256")
    return [
        (name, address("file", report, name), sha256)
        for name, sha256 in rows
        if may_have(user, report, name)
    ]


def facts(report: Report) -> list[tuple[Any, ...]]:
    """When and by whom, and what names it for ever."""
    content = report.composed
    return [
        (_("数据截至"), content.as_of),
        (_("生成"), _who(report.made_at, report.made_by, _("定时任务"))),
        (_("审核"), _who(report.reviewed_at, report.reviewed_by)),
        (_("签发"), _who(report.issued_at, report.issued_by)),
        (_("数字"), _("%d 个") % len(content.figures), address("figures", report)),
        (_("内容摘要"), report.sha256[:16]),
        (_("留痕根"), content.root[:16]),
    ]


def _who(at: Any, person: Any, nobody: str = "") -> str:
    if at is None:
        return ""
    name = person.name if person else nobody
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M} {name}".strip()


def gaps(report: Report) -> list[dict[str, Any]]:
    """Figures that lack units, the ones with most units first."""
    found = sorted(report.composed.missing, key=lambda one: -len(one["units"]))
    return [
        {**one, "count": len(one["units"]), "url": address("figure", report, one["figure"])}
        for one in found[:GAPS_SHOWN]
    ]


def box(report: Report) -> dict[str, Any]:
    """What is checked before issuing: length against the limit in force on the day of the data,
    and whether the numbers agree."""
    said, on = report.said, date.fromisoformat(report.composed.as_of)
    limits = character_limits(report.kind, report.county_code, on)
    return {"length": length(said, limits), "found": contradictions(report)}


def extracts(report: Report, user: Any) -> list[tuple[str, str]]:
    """Townships of the report that the person covers, each with the page of its part."""
    table = report.composed.villages
    code, name = table.place("township_code"), table.place("township")
    found = {str(row[code]): str(row[name]) for row in table.rows}
    return [
        (label, address("extract", report, unit))
        for unit, label in found.items()
        if user.territory.covers(unit)
    ]
