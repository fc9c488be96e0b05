"""Telling a worker that there is work. Losing this message loses nothing."""

import logging
import threading
from time import monotonic
from typing import Any

from django.db import connection

from villages.common import clock
from villages.jobs.models import Job

log = logging.getLogger("portal.jobs")
SECONDS_BROKEN = 10.0


class Breaker:
    """After a failed publish nobody waits for the broker again for ten seconds."""

    def __init__(self) -> None:
        self._open_until = 0.0
        self._lock = threading.Lock()

    def allows(self) -> bool:
        """Whether the broker may be tried now."""
        return monotonic() >= self._open_until

    def trip(self) -> None:
        """The broker did not answer."""
        with self._lock:
            self._open_until = monotonic() + SECONDS_BROKEN


breaker = Breaker()


def publish(job: Any) -> bool:
    """Sends the id of the job; False where the broker did not take it in half a second.

    Never call it inside a transaction: a slow broker would hold row locks.
    """
    if connection.in_atomic_block and not _in_test_case():
        raise RuntimeError("publish() belongs after commit")
    if not breaker.allows():
        return False
    from villages.jobs.tasks import run_job

    try:
        run_job.apply_async((job.uid,), retry=False)
    except Exception as error:
        # Whatever a broker client raises: the row remains and the sweeper finds it.
        breaker.trip()
        log.warning("broker did not take job %s: %s", job.uid, type(error).__name__)
        return False
    Job.objects.filter(pk=job.pk).update(published_at=clock.instant())
    return True


def _in_test_case() -> bool:
    """Django's TestCase wraps each test in a transaction of its own."""
    return any(getattr(block, "_from_testcase", False) for block in connection.atomic_blocks)
