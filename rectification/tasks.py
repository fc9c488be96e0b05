"""Celery entry points of cases."""

from celery import shared_task

from rectification.actions.daily import request_daily
from rectification.actions.packs import forget_expired
from villages.accounts.actors import SCHEDULE
from villages.common import clock


@shared_task(name="cases.daily", expires=3600)
def daily() -> None:
    """Every night: closed cases into the follow-up, good ones out of it."""
    request_daily(on=clock.today(), by=SCHEDULE)


@shared_task(name="cases.forget_packs", expires=3600)
def forget_packs() -> None:
    """Every night: packs after their last day."""
    forget_expired(on=clock.today())
