"""A report held for a change, and drawn again after it."""

import hashlib
from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.actions.storing import keep_files
from rectification.reports.models import Report
from rectification.reports.render import render
from rectification.reports.sides import require_keeper
from rectification.reports.snapshot import RENDERER, digest, snapshot_of
from rectification.reports.states import Step
from villages.common.errors import DomainError
from villages.db.locks import hold
from villages.ledgers.keeping import locked, refuse_broken


def held(report: Report, *, by: Any, revision: int | None = None) -> Report:
    """The report as it is now, to the end of the transaction; no other version of its period is
    made meanwhile. `revision` is the one that the person saw.

    Raises `report_side`, `version_changed`.
    """
    hold(f"report:{report.county_code}:{report.kind}:{report.period}", exclusive=True)
    row = locked(report)
    require_keeper(by, row)
    if revision is not None and row.revision != revision:
        words = _("这份报告刚被他人改动过,您的填写没有保存。")
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))
    return row


def require_step(row: Report, step: Step) -> None:
    """Raises `report_step` where the step does not lead on from here."""
    if row.status not in step.sources:
        words = _("“%(step)s”不适用于%(status)s的报告。")
        told = {"step": step.label, "status": row.get_status_display()}
        raise DomainError("report_step", words % told, _("请刷新页面后查看最新状态。"))


def changed(row: Report, **values: Any) -> None:
    """Puts the values into a held report and saves it under the next revision.

    Raises the words of the constraint that it would break.
    """
    for name, value in values.items():
        setattr(row, name, value)
    row.revision += 1
    refuse_broken(row)
    row.save(update_fields=[*values, "revision"])


def redrawn(row: Report) -> dict[str, Any]:
    """Draws a report that was not issued yet anew, from content, edits and stamp as they now
    stand in the object; gives what belongs into the row."""
    template = bytes(row.template.content)
    keep_files(row, render(snapshot_of(row), template))
    name = hashlib.sha256(template).hexdigest()
    sha256 = digest(row.content, row.edits, row.stamp, name, RENDERER, row.version)
    return {"sha256": sha256, "renderer": RENDERER}
