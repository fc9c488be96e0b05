"""Celery entry points: ids in, actions called."""

from celery import shared_task

from villages.jobs.running import perform
from villages.jobs.sweeping import sweep


@shared_task(name="jobs.run")
def run_job(uid: str) -> None:
    """Runs one job; a second delivery finds nothing to do."""
    perform(uid)


@shared_task(name="jobs.sweep", expires=60)
def sweep_jobs() -> None:
    """Every ten seconds."""
    sweep()
