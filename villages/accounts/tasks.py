"""Background work about people."""

from celery import shared_task

from villages.accounts.actions import handover
from villages.accounts.actors import SCHEDULE


@shared_task(name="accounts.close_departed")
def close_departed() -> int:
    """Daily: ends the accounts of people whose last day has passed."""
    return handover.close_departed(by=SCHEDULE)
