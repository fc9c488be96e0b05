"""Bringing back what a lost message or a killed worker left lying."""

from datetime import datetime, timedelta

from django.db.models import F

from villages.common import clock
from villages.jobs import publishing
from villages.jobs.leases import MOST_ATTEMPTS
from villages.jobs.models import Job, Tick
from villages.jobs.running import quarantine_text
from villages.jobs.states import JobState

REPUBLISH_AFTER = timedelta(seconds=60)
# Only the head of the queue is sent again: workers finish it and the next sweep moves on. A
# longer window would fill the broker with copies whenever many long jobs wait.
WINDOW = 100


def sweep() -> int:
    """Publishes due jobs that no worker holds; how many. Two sweepers do no harm."""
    now = clock.instant()
    _quarantine_worn_out(now)
    _free_abandoned(now)
    sent = _publish_silent(now)
    _tick(now)
    return sent


def _free_abandoned(now: datetime) -> None:
    """Jobs whose worker no longer renews its lease wait again."""
    Job.objects.filter(state=JobState.RUNNING, lease_until__lt=now).update(
        state=JobState.QUEUED, lease_until=None, leased_by="", published_at=None
    )


def _publish_silent(now: datetime) -> int:
    head = Job.objects.filter(state=JobState.QUEUED, due_at__lte=now).order_by("due_at", "id")
    sent: list[int] = []
    for job in head.only("id", "uid", "published_at")[:WINDOW]:
        if job.published_at is not None and job.published_at > now - REPUBLISH_AFTER:
            continue
        if not publishing.send(job.uid):
            break
        sent.append(job.pk)
    Job.objects.filter(pk__in=sent).update(published_at=now)
    return len(sent)


def _quarantine_worn_out(now: datetime) -> None:
    """A job that killed its worker three times must not kill a fourth."""
    worn = Job.objects.claimable(now).filter(attempts__gte=MOST_ATTEMPTS)
    for job in worn[:WINDOW]:
        # Asked again inside the update: its worker may have ended it or renewed just now.
        worn.filter(pk=job.pk).update(
            state=JobState.QUARANTINED, error=quarantine_text(job), finished_at=now,
            lease_until=None, leased_by="",
        )  # fmt: skip


def _tick(now: datetime) -> None:
    if not Tick.objects.filter(name="sweep").update(at=now, runs=F("runs") + 1):
        Tick.objects.get_or_create(name="sweep", defaults={"at": now, "runs": 1})
