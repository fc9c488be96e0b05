"""What the calendar does with unanswered orders every day. Running it again changes nothing."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.figures.climbing import parts_to_climb
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.models import County

KIND = "supervision.daily"


def request_daily(*, on: date, by: Any) -> list[Job]:
    """A job for every county in which an order has to climb; asking twice gives the same one."""
    counties = County.objects.on(on).order_by("code")
    return [_request(one, on, by) for one in counties if parts_to_climb(one.code, on)]


def _request(county: County, on: date, by: Any) -> Job:
    return request_job(
        by=by, kind=KIND, key=f"{KIND}:{county.code}:{on.isoformat()}",
        title=_("%(county)s逾期督办单升级起草") % {"county": county.name},
        county=county.code, args={"on": on.isoformat()},
    )  # fmt: skip
