"""What the work sees of its job: arguments, progress, cancelling."""

from time import monotonic
from typing import Any

from villages.jobs.models import Job
from villages.jobs.states import JobState


class CancelledError(Exception):
    """A person asked to stop."""


class LeaseLostError(Exception):
    """Another worker took over: what this one did must not count."""


class Run:
    """One attempt at a job, held by a lease under `holder`."""

    seconds_between_updates = 1.0

    def __init__(self, job: Job, holder: str) -> None:
        self.job = job
        self.holder = holder
        self.args: dict[str, Any] = job.args
        self._told_at = 0.0

    def stage(self, text: str, done: int | None = None, total: int | None = None) -> None:
        """Tells people how far it is; at most once a second, and notices a cancel."""
        percent = min(100, done * 100 // total) if done is not None and total else None
        if monotonic() - self._told_at < self.seconds_between_updates and text == self.job.stage:
            return
        self._told_at = monotonic()
        self.job.stage, self.job.progress = text, percent
        if not self._mine().update(stage=text, progress=percent):
            raise LeaseLostError
        self.stop_if_cancelled()

    def stop_if_cancelled(self) -> None:
        """Raises where a person asked to stop."""
        if Job.objects.filter(pk=self.job.pk, cancel_asked=True).exists():
            raise CancelledError

    def _mine(self) -> Any:
        return Job.objects.filter(pk=self.job.pk, state=JobState.RUNNING, leased_by=self.holder)
