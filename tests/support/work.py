"""Work whose effect can be counted: one entry of the trail for each job that became done."""

import os
import time
from datetime import timedelta
from typing import Any

from villages.accounts.actors import COMMAND_LINE
from villages.jobs import leases, registry, sweeping
from villages.jobs.registry import JobKind
from villages.jobs.run import Run
from villages.trace.record import record

LEASE = 1.5


def _work(run: Run) -> float:
    seconds = float(run.args.get("seconds", 0))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        run.stage("计算", 1, 2)
        time.sleep(0.02)
    return seconds


def _finish(run: Run, outcome: float) -> dict[str, Any]:
    time.sleep(float(run.args.get("writing", 0)))
    record("proof.effect", run.job, by=COMMAND_LINE)
    return {"seconds": outcome}


def _crash(run: Run) -> None:
    os.abort()


KINDS = (JobKind("proof.work", "证明", _work, _finish), JobKind("proof.crash", "崩溃", _crash))


def hasten() -> None:
    """Leases and sweeps of seconds instead of half-minutes: the same code, sooner."""
    leases.LEASE = timedelta(seconds=LEASE)
    leases.RENEW_SECONDS = LEASE / 4
    sweeping.REPUBLISH_AFTER = timedelta(seconds=LEASE)


def learn() -> None:
    """Makes the kinds known in this process."""
    registry.kinds().update({kind.key: kind for kind in KINDS})
