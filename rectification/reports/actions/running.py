"""What the calendar asks for: registered once in the run ledger, made in the background.

Beat only ticks; five beats, a jump of the clock or a month of silence give the same rows. A
report drafted while its period was open is made again when the period is closed.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from rectification.reports.actions.requesting import ask
from rectification.reports.figures.due import wanted
from rectification.reports.models import Report, ReportRun
from rectification.reports.states import RunState
from villages.common.periods import parse_period
from villages.db.locks import hold
from villages.filings.figures.board import closed_months
from villages.jobs.models import Job
from villages.jobs.states import ENDED, JobState
from villages.models import County

_FAILED = (JobState.FAILED, JobState.QUARANTINED, JobState.CANCELLED)


def tick(*, on: date, by: Any) -> list[Job]:
    """Everything that is due in every county on a day; jobs that were asked for."""
    counties = County.objects.on(on).order_by("code").values_list("code", flat=True)
    return [job for county in counties for job in tick_county(county, on=on, by=by)]


@transaction.atomic
def tick_county(county: str, *, on: date, by: Any) -> list[Job]:
    """What is due in one county: new runs, failed ones once a day, open ones now closed."""
    new, again = wanted(county, on), _unfinished(county)
    if not new and not again:
        return []
    hold(f"report-runs:{county}", exclusive=True)
    for one in wanted(county, on):
        ReportRun.objects.get_or_create(
            county_code=county, kind=one.kind, period=one.period.code,
            defaults={"due_on": one.due_on},
        )  # fmt: skip
    asked = [_asked(run, by, on) for run in _unfinished(county)]
    return [job for job in asked if job is not None]


def _unfinished(county: str) -> list[ReportRun]:
    """Runs without a report, and those whose report was drafted of an open period."""
    rows = ReportRun.objects.in_county(county).select_related("report")
    return [
        run for run in rows.order_by("due_on", "kind")
        if run.state != RunState.MADE or (run.report is not None and run.report.is_open)
    ]  # fmt: skip


def _asked(run: ReportRun, by: Any, on: date) -> Job | None:
    occasion = _occasion(run, on)
    if occasion is None:
        return None
    job = ask(by, run.county_code, run.kind, parse_period(run.period), occasion)
    if job.state == JobState.DONE:
        return None
    if job.state in _FAILED:
        _note_failure(run, job)
        return None
    ReportRun.objects.filter(pk=run.pk).update(job=job.uid)
    return job


def _occasion(run: ReportRun, on: date) -> str | None:
    """For what the run asks now: it is due; it failed and another day has come; it was closed."""
    if run.state == RunState.MADE:
        months = parse_period(run.period).months()
        closed = len(closed_months(run.county_code, months)) == len(months)
        return "closed" if closed else None
    return "due" if run.state == RunState.WAITING else f"again-{on.isoformat()}"


def _note_failure(run: ReportRun, job: Job) -> None:
    if run.state != RunState.MADE:
        words = job.error or str(job.get_state_display())
        ReportRun.objects.filter(pk=run.pk).update(state=RunState.FAILED, error=words[:500])


def note_made(report: Report, at: datetime) -> None:
    """The run ledger of a report that was just made, whoever asked for it."""
    ReportRun.objects.in_county(report.county_code).filter(
        kind=report.kind, period=report.period
    ).update(state=RunState.MADE, report=report, error="", made_at=at)


def open_jobs(runs: list[ReportRun]) -> dict[str, Job]:
    """Jobs of runs that have not ended, by uid. One query."""
    rows = Job.objects.filter(uid__in=[one.job for one in runs if one.job])
    return {one.uid: one for one in rows.exclude(state__in=ENDED)}
