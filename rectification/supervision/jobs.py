"""Background work on orders."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision import notice_jobs
from rectification.supervision.actions.climbing import climb_due
from rectification.supervision.actions.daily import KIND
from villages.accounts.actors import SCHEDULE
from villages.jobs.registry import JobKind
from villages.jobs.run import Run


def _look(run: Run) -> date:
    return date.fromisoformat(str(run.args["on"]))


def _climb(run: Run, on: date) -> dict[str, Any]:
    # Whoever asked for the job: what it drafts is the system's, for people to look at and send.
    return {"drafted": climb_due(run.job.county_code, on, by=SCHEDULE)}


DAILY = JobKind(KIND, _("督办每日办理"), _look, _climb)
JOBS = (DAILY, *notice_jobs.JOBS)
