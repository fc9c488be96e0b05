"""Telling channels of an event, in the transaction of what happened."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from rectification.supervision.actions.outbox import put
from rectification.supervision.announcing import Announcement, announcements
from rectification.supervision.models import Channel, Delivery


def announce(
    event: Announcement, *, county: str, about: str, name: str, url: str, at: datetime,
    data: Mapping[str, Any] | None = None, also: Iterable[Channel] = (), urgent: bool = False,
) -> list[Delivery]:  # fmt: skip
    """A message to every channel of the county itself, and to `also`.

    `about` tells the occasion (the uid of a row, with whatever makes it new again): of one occasion
    a channel hears once. `name` follows the label in the title, `url` is the page (`page_url`),
    `data` what else a receiver reads: plain values, never anything about a person. Channels with a
    digest have it in the next one. One query where the county has no channel.
    """
    if announcements().get(event.key) is not event:
        raise LookupError(f"{event.key} stands in no announcements.py")
    given: dict[str, Any] = {
        "key": f"{event.key}:{about}", "title": f"{event.label}:{name}", "at": at,
        "data": {**(data or {}), "url": url}, "urgent": urgent,
    }  # fmt: skip
    own = [put(one, **given, folds=True) for one in _own(county)]
    return [*own, *(put(one, **given) for one in also)]


def _own(county: str) -> Any:
    return Channel.objects.filter(county_code=county, unit_code=county, user=None, active=True)
