"""Asking for an evaluation in the background: by hand, and by the calendar."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.evaluating import refuse_evaluation
from rectification.warnings.choices import Stage
from villages.common.periods import Month
from villages.imports.models import FilingMonth
from villages.imports.months import due_date
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.models import County

KIND = "warnings.evaluate"
# So many months back a missed evaluation is made up for.
LOOKED_BACK = 3


@transaction.atomic
def request_evaluation(*, by: Any, county: str, month: Month) -> Job:
    """An evaluation of a month; the one that a person asked for and that still runs is the same.

    Raises `evaluation_scope`, `evaluation_ahead`.
    """
    refuse_evaluation(by, county, month)
    asked = Job.objects.filter(kind=KIND, county_code=county, period=month.code)
    running: Job | None = asked.filter(requested_by_id=getattr(by, "pk", None)).open().first()
    return running or _request(by, county, month, f"asked-{asked.count() + 1}")


def request_due(*, on: date, by: Any) -> list[Job]:
    """What the calendar asks for: each county's months after their filing day, and again once
    they are closed. Asking again the next night gives the same jobs, so that what a night missed
    is made up for."""
    counties = County.objects.on(on).order_by("code").values_list("code", flat=True)
    return [
        _request(by, county, month, stage)
        for county in counties
        for month, stage in due_evaluations(county, on)
    ]


def due_evaluations(county: str, on: date) -> list[tuple[Month, str]]:
    """Months that should have been judged by a day, each with its stage, the oldest first. A
    month closed again after it was reopened is judged again. One query and one for each month."""
    first = Month.of(on).shift(1 - LOOKED_BACK)
    rows = FilingMonth.objects.filter(county_code=county, month__gte=first.number)
    months = rows.filter(month__lte=Month.of(on).number).order_by("month")
    found = []
    for number, closed_at in months.values_list("month", "closed_at"):
        month = Month.from_number(number)
        if closed_at is not None:
            found.append((month, f"{Stage.FINAL}-{closed_at:%Y%m%d%H%M}"))
        elif on > due_date(month, county):
            found.append((month, str(Stage.PROVISIONAL)))
    return found


def _request(by: Any, county: str, month: Month, occasion: str) -> Job:
    return request_job(
        by=by, kind=KIND, key=f"{KIND}:{county}:{month.code}:{occasion}",
        title=_("%(month)s三色预警评估") % {"month": month.label}, county=county,
        period=month.code,
    )  # fmt: skip
