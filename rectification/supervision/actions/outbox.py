"""Messages to channels are written in the transaction of what they tell, and sent later."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from rectification.supervision.models import Channel, Delivery
from rectification.supervision.parameters.notices import quiet
from rectification.supervision.rules.quiet_hours import first_loud, next_digest
from villages import workdays
from villages.common.clock import ZONE, day_of


def put(
    channel: Channel, *, key: str, title: str, data: dict[str, Any], at: datetime,
    urgent: bool = False, folds: bool = False,
) -> Delivery:  # fmt: skip
    """One message in the queue; the same key never stands there twice for a channel.

    With `folds` a channel with a digest has it there, unless it is urgent.
    """
    kind = key.partition(":")[0]
    # The bytes are fixed here: every attempt sends the same ones.
    body = {"type": kind, "timestamp": at.isoformat(), "data": {**data, "title": title}}
    row: Delivery
    row, _made = Delivery.objects.get_or_create(
        channel=channel, key=key,
        defaults={
            "county_code": channel.county_code, "title": title[:160], "urgent": urgent,
            "body": json.dumps(body, ensure_ascii=False), "made_at": at,
            "due_at": _due(channel, at, urgent=urgent, folds=folds),
        },
    )  # fmt: skip
    return row


def when(at: datetime, *, county: str, urgent: bool) -> datetime:
    """The moment at which a message may leave: at once, or when it is no longer quiet."""
    if urgent:
        return at
    local = at.astimezone(ZONE)
    return first_loud(local, quiet(county, day_of(at)), workdays.adjusted())


def _due(channel: Channel, at: datetime, *, urgent: bool, folds: bool) -> datetime:
    """What the digest has not taken up by its hour goes out by itself."""
    county = channel.county_code
    if urgent or not (folds and channel.digest):
        return when(at, county=county, urgent=urgent)
    hours = quiet(county, day_of(at))
    return next_digest(at.astimezone(ZONE), channel.digest_on, hours, workdays.adjusted())


def page_url(name: str, *args: str) -> str:
    """The full address of a page, for readers outside of the portal."""
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"
