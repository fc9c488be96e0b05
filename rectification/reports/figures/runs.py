"""The red light of the run ledger: reports that should be there and are not."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rectification.reports.models import ReportRun
from rectification.reports.states import RunState


def overdue(rows: Any, on: date) -> Sequence[ReportRun]:
    """Of these runs those that failed, and those whose day is over without a report. One query."""
    waiting = rows.exclude(state=RunState.MADE).filter(due_on__lte=on).order_by("due_on", "kind")
    return [one for one in waiting if one.state == RunState.FAILED or one.due_on < on]
