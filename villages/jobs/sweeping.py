"""Bringing back what a lost message or a killed worker left lying."""

from datetime import datetime, timedelta

from villages.common import clock
from villages.jobs.leases import MOST_ATTEMPTS
from villages.jobs.models import Job, Tick
from villages.jobs.publishing import publish
from villages.jobs.running import quarantine_text
from villages.jobs.states import JobState

REPUBLISH_AFTER = timedelta(seconds=30)
AT_ONCE = 500


def sweep() -> int:
    """Publishes every due job that no worker holds; how many. Two sweepers do no harm."""
    now = clock.instant()
    _quarantine_worn_out(now)
    Job.objects.filter(state=JobState.RUNNING, lease_until__lt=now).update(
        state=JobState.QUEUED, lease_until=None, leased_by="", published_at=None
    )
    due = Job.objects.filter(state=JobState.QUEUED, due_at__lte=now)
    silent = due.exclude(published_at__gt=now - REPUBLISH_AFTER).order_by("due_at", "id")
    sent = 0
    for job in silent[:AT_ONCE]:
        if not publish(job):
            break
        sent += 1
    Tick.objects.update_or_create(name="sweep", defaults={"at": now})
    return sent


def _quarantine_worn_out(now: datetime) -> None:
    """A job that killed its worker three times must not kill a fourth."""
    worn = Job.objects.claimable(now).filter(attempts__gte=MOST_ATTEMPTS)
    for job in worn[:AT_ONCE]:
        Job.objects.filter(pk=job.pk, attempts__gte=MOST_ATTEMPTS).exclude(
            state__in=[JobState.DONE]
        ).update(
            state=JobState.QUARANTINED, error=quarantine_text(job), finished_at=now,
            lease_until=None, leased_by="",
        )  # fmt: skip
