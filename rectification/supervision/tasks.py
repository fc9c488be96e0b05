"""Celery entry points of orders."""

from celery import shared_task

from rectification.supervision.actions.daily import request_daily
from rectification.supervision.actions.digests import make_digests
from rectification.supervision.actions.dispatching import request_deliveries
from rectification.supervision.actions.messages_daily import request_message_care
from villages.accounts.actors import SCHEDULE
from villages.common import clock


@shared_task(name="supervision.daily", expires=3600)
def daily() -> None:
    """Every night: the next rung of what is overdue long enough is drafted, messages are cared
    for."""
    request_daily(on=clock.today(), by=SCHEDULE)
    request_message_care(on=clock.today(), by=SCHEDULE)


@shared_task(name="supervision.messages", expires=60)
def messages() -> None:
    """Every minute: the morning's digests are written, and what is due is sent."""
    at = clock.instant()
    make_digests(at)
    request_deliveries(at=at, by=SCHEDULE)
