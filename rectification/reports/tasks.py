"""Celery entry points of reports."""

from celery import shared_task

from rectification.reports.actions.running import tick
from villages.accounts.actors import SCHEDULE
from villages.common import clock


@shared_task(name="reports.tick", expires=120)
def tick_reports() -> None:
    """Every two minutes: what the counties' calendars want and nobody has made yet."""
    tick(on=clock.today(), by=SCHEDULE)
