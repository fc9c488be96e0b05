"""What every night does to messages: tells of what went overdue, forgets what is long over."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.order_messages import tell_of_overdue
from rectification.supervision.models import Channel, Delivery
from rectification.supervision.notice_states import DeliveryStatus
from rectification.supervision.parameters.notices import KEEP
from villages import parameters
from villages.common.clock import ZONE
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.models import County
from villages.trace.record import record

KIND = "notices.daily"


def request_message_care(*, on: date, by: Any) -> list[Job]:
    """A job for every county with channels; asking twice gives the same one."""
    codes = set(Channel.objects.values_list("county_code", flat=True))
    counties = County.objects.on(on).filter(code__in=codes).order_by("code")
    return [_request(one, on, by) for one in counties]


@transaction.atomic
def care_for_messages(county: str, *, on: date, at: datetime, by: Any) -> dict[str, int]:
    """How many orders were told of, and how many messages were forgotten."""
    return {"told": tell_of_overdue(county, on=on, at=at), "pruned": prune(county, on=on, by=by)}


@transaction.atomic
def prune(county: str, *, on: date, by: Any) -> int:
    """Messages that arrived or were given up longer ago than the county keeps them; how many.

    What still waits stays, however old: nothing is lost without somebody knowing.
    """
    days = int(parameters.value(KEEP.key, on=on, county=county))
    before = datetime.combine(on - timedelta(days=days), datetime.min.time(), ZONE)
    old = Delivery.objects.filter(county_code=county, made_at__lt=before)
    count, _each = old.exclude(status=DeliveryStatus.WAITING).delete()
    if count:
        told = {"before": before.date(), "count": count}
        record("delivery.pruned", by=by, county=county, after=told, count=count)
    return count


def _request(county: County, on: date, by: Any) -> Job:
    return request_job(
        by=by, kind=KIND, key=f"{KIND}:{county.code}:{on.isoformat()}",
        title=_("%(county)s消息每日整理") % {"county": county.name},
        county=county.code, args={"on": on.isoformat()},
    )  # fmt: skip
