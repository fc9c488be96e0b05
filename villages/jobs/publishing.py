"""Telling a worker that there is work. Losing this message loses nothing."""

import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any

from django.db import connection

from villages.jobs.models import Job

log = logging.getLogger("portal.jobs")
SECONDS_TO_WAIT = 0.5
SECONDS_BROKEN = 10.0
SENDERS = 4


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


class Senders:
    """A few threads that talk to the broker, so that whoever asks can stop waiting.

    Socket timeouts bound one exchange; a slow broker needs several for one message, and fifty
    requests at once queue for its connections. Only a deadline on the whole bounds both.
    """

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None
        self._process = 0
        self._lock = threading.Lock()

    def send(self, uid: str) -> None:
        """Returns when the broker has it. TimeoutError after half a second, or its own error."""
        future = self._threads().submit(_apply, uid)
        try:
            future.result(timeout=SECONDS_TO_WAIT)
        finally:
            future.cancel()

    def _threads(self) -> ThreadPoolExecutor:
        """Threads do not survive a fork: each process has its own."""
        with self._lock:
            if self._pool is None or self._process != os.getpid():
                self._pool = ThreadPoolExecutor(SENDERS, thread_name_prefix="broker")
                self._process = os.getpid()
            return self._pool


def _apply(uid: str) -> None:
    from villages.jobs.tasks import run_job

    run_job.apply_async((uid,), retry=False)


breaker = Breaker()
senders = Senders()


def send(uid: str) -> bool:
    """Sends the id of a job; False where the broker did not take it in half a second."""
    if not breaker.allows():
        return False
    try:
        senders.send(uid)
    except Exception as error:
        # Whatever a broker client raises: the row remains and the sweeper finds it.
        breaker.trip()
        log.warning("broker did not take job %s: %s", uid, type(error).__name__)
        return False
    return True


def publish(job: Any) -> bool:
    """Sends the id of a job that was made or freed just now; whether the broker took it.

    Never call it inside a transaction: a slow broker would hold row locks. The row counts as
    published from its making; only a failure costs a write, and lets the next sweep send it.
    """
    if connection.in_atomic_block and not _in_test_case():
        raise RuntimeError("publish() belongs after commit")
    sent = send(job.uid)
    if not sent:
        Job.objects.filter(pk=job.pk).update(published_at=None)
    return sent


def _in_test_case() -> bool:
    """Django's TestCase wraps each test in a transaction of its own."""
    return any(getattr(block, "_from_testcase", False) for block in connection.atomic_blocks)
