"""Steps of a report on its way to issuing."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.holding import changed, held, require_step
from rectification.reports.actions.issuing import issue
from rectification.reports.consistency import consistency
from rectification.reports.models import Report
from rectification.reports.parameters import forbidden_words
from rectification.reports.states import ISSUE, REVIEW, SEND_BACK, Step
from villages.common import clock
from villages.common.errors import DomainError
from villages.trace.record import record

MOST = 300


def take(*, by: Any, report: Report, revision: int | None, step: Step, reason: str = "") -> Report:
    """Review, send-back or issue, as the table of steps allows. Raises as each of them."""
    if step is ISSUE:
        return issue(by=by, report=report, revision=revision)
    if step is REVIEW:
        return review(by=by, report=report, revision=revision, reason=reason)
    return send_back(by=by, report=report, revision=revision, reason=reason)


@transaction.atomic
def review(*, by: Any, report: Report, revision: int | None, reason: str = "") -> Report:
    """A second look: the numbers agree with each other, or the reviewer says why not.

    Raises `report_side`, `version_changed`, `report_step`, `report_contradicts`.
    """
    row, why = held(report, by=by, revision=revision), reason.strip()[:MOST]
    require_step(row, REVIEW)
    words = forbidden_words(row.county_code, clock.today())
    found = [] if why else consistency(row.said, words)
    if found:
        told = _("有 %d 处前后不一致,还不能审核通过。") % len(found)
        hint = _("第一处:%s。请核对后重新生成,或者写明理由。") % found[0].text.rstrip("。")
        raise DomainError("report_contradicts", told, hint, reason=told)
    given = {"reviewed_at": clock.now(), "reviewed_by_id": getattr(by, "pk", None)}
    return _moved(row, REVIEW, by, why, {**given, "returned": ""})


@transaction.atomic
def send_back(*, by: Any, report: Report, revision: int | None, reason: str) -> Report:
    """The report is a draft again, with what should be done. Raises as `review`, and
    `report_reason`."""
    row, why = held(report, by=by, revision=revision), reason.strip()[:MOST]
    require_step(row, SEND_BACK)
    if not why:
        words = _("退回请写明要改什么。")
        raise DomainError("report_reason", words, _("写一句即可。"), reason=words)
    given = {"reviewed_at": None, "reviewed_by_id": None, "returned": why}
    return _moved(row, SEND_BACK, by, why, given)


def _moved(row: Report, step: Step, by: Any, why: str, given: Mapping[str, Any]) -> Report:
    before = {"status": row.status}
    changed(row, status=step.target, **given)
    record(f"report.{step.key}", row, by=by, reason=why, before=before,
           after={"status": row.status})  # fmt: skip
    return row
