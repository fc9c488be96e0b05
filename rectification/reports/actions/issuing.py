"""Issuing: the report gets its number and stamp, goes to the townships, and never changes again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.delivering import deliver
from rectification.reports.actions.holding import changed, held, redrawn, require_step
from rectification.reports.actions.messages import tell_of_issued
from rectification.reports.actions.numbering import next_number, number_text
from rectification.reports.assessment.states import AssessmentStatus
from rectification.reports.differences import differences
from rectification.reports.heads import head_of
from rectification.reports.life_parameters import two_people
from rectification.reports.models import Report
from rectification.reports.sides import is_same
from rectification.reports.states import ISSUE, ReportStatus
from villages.common import clock
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.record import record

_UNSETTLED = (AssessmentStatus.DRAFT, AssessmentStatus.PUBLISHED)


@transaction.atomic
def issue(*, by: Any, report: Report, revision: int | None, on: date | None = None) -> Report:
    """Issues a reviewed report on a day (today): number, stamp, documents with both, lines for
    receipts, messages; the version issued before is superseded and keeps its documents.

    Raises `report_side`, `version_changed`, `report_step`, `report_open`, `report_assessment`,
    `report_two_people`, `report_why`.
    """
    day = on or clock.today()
    row = held(report, by=by, revision=revision)
    require_step(row, ISSUE)
    _require_closed(row)
    _require_final(row)
    _require_second(row, by, day)
    before = _issued_before(row)
    number = next_number(row.county_code, day.year)
    row.stamp = _stamp(row, before, by, day, number)
    row.corrects = before
    drawn = redrawn(row)
    if before is not None:
        Report.objects.filter(pk=before.pk).update(status=ReportStatus.SUPERSEDED)
    changed(
        row, status=ISSUE.target, stamp=row.stamp, corrects=before, year=day.year, number=number,
        issued_at=clock.now(), issued_by_id=getattr(by, "pk", None), **drawn,
    )  # fmt: skip
    units = deliver(row, day)
    tell_of_issued(row, clock.instant())
    after = {"number": row.number_text, "version": row.version, "sha256": row.sha256}
    told = "report.corrected" if before else "report.issued"
    record(told, row, by=by, reason=row.why, after=after, count=units)
    return row


def _require_closed(row: Report) -> None:
    if row.is_open:
        words = _("生成这份草稿时周期还没有封账,不能签发。")
        raise DomainError("report_open", words, _("封账后重新生成,再审核签发。"))


def _require_final(row: Report) -> None:
    """Scores that are only tried, or that townships may still object to, are not announced."""
    if row.composed.facts.get("assessment.status") in _UNSETTLED:
        words = _("年终考核还没有审定,得分可能变化,不能签发。")
        raise DomainError("report_assessment", words, _("审定后重新生成,再审核签发。"))


def _require_second(row: Report, by: Any, day: date) -> None:
    if two_people(row.county_code, day) and is_same(by, row.reviewed_by_id):
        words = _("这份报告由您审核,应由另一人签发。")
        raise DomainError("report_two_people", words, _("请组织部其他同志签发。"))


def _issued_before(row: Report) -> Report | None:
    """The issued version that this one corrects; a correction says why."""
    rows = Report.objects.in_county(row.county_code).filter(kind=row.kind, period=row.period)
    found: Report | None = rows.filter(status=ReportStatus.ISSUED).first()
    if found is not None and not row.why:
        words = _("这个周期已经签发过报告,更正应写明原因。")
        raise DomainError("report_why", words, _("请在已签发的报告上点“更正”并写明原因。"))
    return found


def _stamp(
    row: Report, before: Report | None, by: Any, day: date, number: int
) -> Mapping[str, Any]:
    """What issuing prints; for a correction also what changed."""
    county = County.objects.filter(code=row.county_code).first()
    mark = head_of(county, row.kind, day).mark if county else "督导"
    stamp: dict[str, Any] = {
        "number": number_text(mark, day.year, number),
        "day": f"{day.year}年{day.month}月{day.day}日",
        "signer": str(getattr(by, "name", "") or by)[:40],
        "recipients": row.composed.recipients,
    }
    if before is None:
        return stamp
    changes = [list(one.row) for one in differences(before.said, row.said)]
    return {**stamp, "corrects": before.number_text, "why": row.why, "changes": changes}
