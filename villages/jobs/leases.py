"""Who may work on a job: claimed by one conditional update, renewed while working."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import close_old_connections, connection
from django.db.models import F
from django.db.utils import Error

from villages.common import clock
from villages.jobs.models import Job
from villages.jobs.states import JobState

LEASE = timedelta(seconds=30)
RENEW_SECONDS = 10.0
MOST_ATTEMPTS = 3


def claim(uid: str) -> tuple[Job, str] | None:
    """The job and the name it is held under; None where another holds it or it has ended."""
    now = clock.instant()
    holder = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"[:80]
    taken = (
        Job.objects.claimable(now)
        .filter(uid=uid, attempts__lt=MOST_ATTEMPTS)
        .update(
            state=JobState.RUNNING, attempts=F("attempts") + 1, lease_until=now + LEASE,
            leased_by=holder, started_at=now, stage="",
        )
    )  # fmt: skip
    return (Job.objects.get(uid=uid), holder) if taken else None


@contextmanager
def kept(job: Job, holder: str) -> Iterator[None]:
    """While the work runs a thread of its own renews the lease every ten seconds."""
    stop = threading.Event()
    thread = threading.Thread(target=_renew, args=(job.pk, holder, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=5)


def _renew(pk: int, holder: str, stop: threading.Event) -> None:
    mine: Any = Job.objects.filter(pk=pk, leased_by=holder, state=JobState.RUNNING)
    while not stop.wait(RENEW_SECONDS):
        try:
            close_old_connections()
            if not mine.update(lease_until=clock.instant() + LEASE):
                break
        except Error:
            # The database may be restarting: try again before the lease runs out.
            continue
    connection.close()
