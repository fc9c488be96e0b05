"""Celery entry points of orders."""

from celery import shared_task

from rectification.supervision.actions.daily import request_daily
from villages.accounts.actors import SCHEDULE
from villages.common import clock


@shared_task(name="supervision.daily", expires=3600)
def daily() -> None:
    """Every night: the next rung of what is overdue long enough is drafted."""
    request_daily(on=clock.today(), by=SCHEDULE)
