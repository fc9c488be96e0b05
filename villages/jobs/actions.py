"""Asking for background work, cancelling it, trying it again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from villages.common import clock
from villages.common.errors import DomainError
from villages.jobs.models import Job
from villages.jobs.publishing import publish
from villages.jobs.states import ENDED, JobState
from villages.trace.context import origin
from villages.trace.record import record

RETRIABLE = frozenset({JobState.FAILED, JobState.QUARANTINED, JobState.CANCELLED})


@transaction.atomic
def request_job(
    *,
    by: Any,
    kind: str,
    key: str,
    title: str,
    county: str = "",
    unit: str = "",
    period: str = "",
    args: dict[str, Any] | None = None,
    due_at: datetime | None = None,
) -> Job:
    """The job with this natural key, made in the transaction of the request if it is new.

    Asking twice gives the first one back. The message to the worker goes out after commit and
    may be lost: the sweeper brings the row back. A job of later is left to the sweeper.
    """
    now = clock.instant()
    is_due = due_at is None or due_at <= now
    fields = {
        "kind": kind, "title": title[:160], "county_code": county, "unit_code": unit or county,
        "period": period, "args": args or {}, "requested_by_id": getattr(by, "pk", None),
        "request_id": origin().request_id, "requested_at": now, "due_at": due_at or now,
        "published_at": now if is_due else None,
    }  # fmt: skip
    job, created = Job.objects.get_or_create(key=key, defaults=fields)
    if created:
        record("job.requested", job, by=by, after={"kind": kind, "period": period})
    if created and is_due:
        transaction.on_commit(lambda: publish(job))
    return job


@transaction.atomic
def cancel_job(*, by: Any, job: Job) -> Job:
    """A waiting job ends at once; a running one stops at its next stage."""
    now = clock.instant()
    waiting = Job.objects.filter(pk=job.pk, state=JobState.QUEUED)
    ended = waiting.update(state=JobState.CANCELLED, finished_at=now, cancel_asked=True)
    running = Job.objects.filter(pk=job.pk, state=JobState.RUNNING)
    if not ended and not running.update(cancel_asked=True):
        raise DomainError("job_ended", "这个任务已经结束,不能取消。", "请刷新页面查看结果。")
    record("job.cancelled", job, by=by)
    job.refresh_from_db()
    return job


@transaction.atomic
def retry_job(*, by: Any, job: Job) -> Job:
    """A failed, quarantined or cancelled job starts anew with fresh attempts."""
    now = clock.instant()
    fresh = {
        "state": JobState.QUEUED, "attempts": 0, "error": "", "cancel_asked": False,
        "finished_at": None, "lease_until": None, "leased_by": "", "progress": None, "stage": "",
        "due_at": now, "published_at": now, "seen_at": None,
    }  # fmt: skip
    if not Job.objects.filter(pk=job.pk, state__in=RETRIABLE).update(**fresh):
        raise DomainError("job_not_ended", "只有未完成的任务可以重试。", "请等它结束。")
    record("job.retried", job, by=by)
    transaction.on_commit(lambda: publish(job))
    job.refresh_from_db()
    return job


def mark_seen(*, by: Any, jobs: Any) -> int:
    """One's own ended jobs among these rows leave the inbox; how many."""
    mine = jobs.filter(requested_by_id=by.pk, seen_at=None, state__in=ENDED)
    return int(mine.update(seen_at=clock.instant()))
