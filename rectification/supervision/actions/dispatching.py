"""A job for every county with messages to send; one at a time, so that nothing is sent twice."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.delivering import due
from rectification.supervision.models import Channel
from villages.common.clock import day_of
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.jobs.states import JobState
from villages.models import County

KIND = "notices.deliver"
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


def request_deliveries(*, at: datetime, by: Any) -> list[Job]:
    """Jobs for the counties where something is due and nobody sends already."""
    with_channels = set(Channel.objects.filter(active=True).values_list("county_code", flat=True))
    busy = Job.objects.filter(kind=KIND, state__in=_UNDER_WAY).values_list("county_code", flat=True)
    codes = with_channels - set(busy)
    counties = County.objects.on(day_of(at)).filter(code__in=codes).order_by("code")
    return [_request(one, at, by) for one in counties if due(one.code, at).exists()]


def _request(county: County, at: datetime, by: Any) -> Job:
    return request_job(
        by=by, kind=KIND, key=f"{KIND}:{county.code}:{at.isoformat(timespec='minutes')}",
        title=_("%(county)s发送通知消息") % {"county": county.name}, county=county.code,
    )  # fmt: skip
