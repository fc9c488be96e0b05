"""Correcting an issued report: version n+1 from the rows as they are now, with the reason."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.holding import changed, held
from rectification.reports.actions.making import compose, keep
from rectification.reports.models import Report
from rectification.reports.sides import require_keeper
from rectification.reports.states import ReportStatus
from villages.common.errors import DomainError
from villages.common.periods import parse_period
from villages.models import County
from villages.trace.record import record

MOST = 300


def correct(*, by: Any, report: Report, why: str) -> Report:
    """A draft that corrects an issued report, which stays in force until the draft is issued.

    The rows are read anew before anything is written. Raises `report_side`, `report_not_issued`,
    `report_why`, `report_unchanged`, and what making raises.
    """
    require_keeper(by, report)
    reason = why.strip()[:MOST]
    _require_issued(report, reason)
    county = County.objects.get(code=report.county_code)
    period = parse_period(report.period)
    draft = compose(by=by, kind=report.kind, period=period, county=county)
    if draft.content_sha256 == report.content_sha256:
        words = _("数据和这份报告一致,没有可更正的。")
        raise DomainError("report_unchanged", words, _("请先更正台账数据,再办理更正。"))
    with transaction.atomic():
        row = held(keep(by=by, draft=draft), by=by)
        changed(row, why=reason, corrects=report)
        record("report.correcting", row, by=by, reason=reason, after={"version": row.version})
    return row


def _require_issued(report: Report, why: str) -> None:
    if report.status != ReportStatus.ISSUED:
        words = _("只有当前有效的已签发报告可以更正。")
        raise DomainError("report_not_issued", words, _("草稿请直接修改或重新生成。"))
    if not why:
        words = _("更正请写明原因。")
        raise DomainError("report_why", words, _("例如哪个村的哪项数据有误。"), reason=words)
