"""Moving a support project on."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.kinds import ProjectStatus
from collective_economy.models import Project
from collective_economy.project_states import DATED, NEXT
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def move_project(
    row: Project, *, status: ProjectStatus, on: date, by: Any, risk: str = ""
) -> Project:
    """The project is in another state from this day on.

    Raises `project_cannot`, `date_order`, `reason_missing`.
    """
    before = ProjectStatus(row.status)
    if status not in NEXT[before]:
        raise DomainError(
            "project_cannot",
            _("%(before)s的项目不能转为%(status)s。")
            % {"before": before.label, "status": status.label},
            _("请核对项目现在的状态。"),
        )
    _refuse_early(row, on)
    if status in (ProjectStatus.IDLE, ProjectStatus.FAILED) and not risk.strip():
        words = _("请写明原因和打算。")
        raise DomainError("reason_missing", words, risk=words)
    _set(row, status, on, risk.strip())
    row.save()
    record(
        "economy.project_moved", row, by=by, name=row.name, before={"status": str(before.label)},
        after={"status": str(status.label), DATED[status]: on}, reason=row.risk if risk else "",
    )  # fmt: skip
    return row


def _refuse_early(row: Project, on: date) -> None:
    known = (row.approved_on, row.started_on, row.finished_on, row.stopped_on)
    latest = max((day for day in known if day), default=None)
    if latest and on < latest:
        words = _("日期早于上一步的 %s。") % latest
        raise DomainError("date_order", words, on=words)


def _set(row: Project, status: ProjectStatus, on: date, risk: str) -> None:
    again = row.status == ProjectStatus.IDLE and status == ProjectStatus.RUNNING
    row.status, row.version = status, row.version + 1
    row.stopped_on = on if DATED[status] == "stopped_on" else None
    row.risk = risk[:200] or row.risk
    if status == ProjectStatus.RUNNING:
        row.progress = 100
        # An idle project that runs again began to run when it first did.
        row.finished_on = row.finished_on if again and row.finished_on else on
    elif DATED[status] != "stopped_on":
        setattr(row, DATED[status], on)
