"""Celery entry points of months."""

from celery import shared_task

from villages.accounts.actors import SCHEDULE
from villages.common import clock
from villages.common.periods import Month
from villages.imports.actions.months import open_missing
from villages.models import County


@shared_task(name="months.open", expires=3600)
def open_months() -> None:
    """Every night: the row of the month that has begun, for each county on the map."""
    today = clock.today()
    counties = County.objects.on(today).values_list("code", flat=True)
    open_missing(by=SCHEDULE, counties=counties, month=Month.of(today))
