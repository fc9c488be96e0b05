"""Celery entry points of warnings."""

from celery import shared_task

from rectification.warnings.actions.clock_papers import request_daily
from rectification.warnings.actions.requesting import request_due
from villages.accounts.actors import SCHEDULE
from villages.common import clock


@shared_task(name="warnings.evaluate_due", expires=3600)
def evaluate_due() -> None:
    """Every night: months after their filing day are judged, and closed ones for good."""
    request_due(on=clock.today(), by=SCHEDULE)


@shared_task(name="warnings.daily", expires=3600)
def daily() -> None:
    """Every night: papers that the escalation clock calls for are drafted for a person to send."""
    request_daily(on=clock.today(), by=SCHEDULE)
