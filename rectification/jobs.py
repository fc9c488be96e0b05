"""Background work on cases."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions.daily import KIND, take_due
from rectification.figures.due import Due, due_steps
from rectification.packs import jobs as packs
from villages.accounts.actors import SCHEDULE
from villages.jobs.registry import JobKind
from villages.jobs.run import Run


def _look(run: Run) -> Due:
    return due_steps(run.job.county_code, date.fromisoformat(str(run.args["on"])))


def _take(run: Run, due: Due) -> dict[str, Any]:
    day = date.fromisoformat(str(run.args["on"]))
    return take_due(due, on=day, by=run.job.requested_by or SCHEDULE)


DAILY = JobKind(KIND, _("整顿每日办理"), _look, _take)
JOBS = (DAILY, *packs.JOBS)
