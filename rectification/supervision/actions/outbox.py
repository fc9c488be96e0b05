"""Messages to channels are written in the transaction of what they tell, and sent later."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.models import Channel, Delivery, Notice, NoticeUnit
from rectification.supervision.notice_sides import units_of
from rectification.supervision.notice_states import Reach
from rectification.supervision.parameters.notices import quiet
from rectification.supervision.rules.quiet_hours import first_loud
from villages import workdays
from villages.accounts.choices import VILLAGE_ROLES
from villages.common.clock import ZONE, day_of
from villages.common.scope import TOWNSHIP, VILLAGE


def tell_of(notice: Notice, *, at: datetime, what: str) -> list[Delivery]:
    """A message about a notice to every channel of those it addresses.

    Channels with a digest hear of it in the morning, except where somebody let it go out at once.
    """
    urgent = bool(notice.urgent_by)
    words = _("通知已撤回:%s") if what == "withdrawn" else _("通知:%s")
    data = {
        "notice": notice.uid, "version": notice.number, "kind": notice.kind,
        "title": notice.title, "from": notice.from_name, "needs_receipt": notice.needs_receipt,
        "url": page_url("supervision:notice", notice.uid),
    }  # fmt: skip
    key = f"notice.{what}:{notice.uid}:{notice.number}"
    return [
        put(one, key=key, title=words % notice.title, data=data, at=at, urgent=urgent)
        for one in channels_of(notice)
        if urgent or not one.digest
    ]


def put(
    channel: Channel, *, key: str, title: str, data: dict[str, Any], at: datetime,
    urgent: bool = False,
) -> Delivery:  # fmt: skip
    """One message in the queue; the same key never stands there twice for a channel."""
    kind = key.partition(":")[0]
    # The bytes are fixed here: every attempt sends the same ones.
    body = {"type": kind, "timestamp": at.isoformat(), "data": {**data, "title": title}}
    row: Delivery
    row, _made = Delivery.objects.get_or_create(
        channel=channel, key=key,
        defaults={
            "county_code": channel.county_code, "title": title[:160], "urgent": urgent,
            "body": json.dumps(body, ensure_ascii=False), "made_at": at,
            "due_at": when(at, county=channel.county_code, urgent=urgent),
        },
    )  # fmt: skip
    return row


def when(at: datetime, *, county: str, urgent: bool) -> datetime:
    """The moment at which a message may leave: at once, or when it is no longer quiet."""
    if urgent:
        return at
    local = at.astimezone(ZONE)
    return first_loud(local, quiet(county, day_of(at)), workdays.adjusted())


def page_url(name: str, *args: str) -> str:
    """The full address of a page, for readers outside of the portal."""
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"


def channels_of(notice: Notice) -> Iterable[Channel]:
    """Channels in use of the addressed units and of people who work there and may read it."""
    units = NoticeUnit.objects.filter(notice=notice)
    codes = [one.unit_code for one in units if one.unit_code]
    departments = [one.department_id for one in units if one.department_id]
    whom = Q(unit_code__in=codes) | Q(department__in=departments)
    if notice.reach == Reach.VILLAGES:
        whom |= _villages_of(codes)
    rows = Channel.objects.filter(county_code=notice.county_code, active=True)
    yield from rows.filter(whom, user=None)
    for one in rows.filter(user__is_active=True).select_related("user"):
        if _reads(one.user, notice):
            yield one


def _villages_of(codes: list[str]) -> Q:
    inside = Q(pk__in=())
    for code in codes:
        if len(code) == TOWNSHIP:
            inside |= Q(unit_code__startswith=code)
    return inside


def _reads(user: Any, notice: Notice) -> bool:
    """Whether the person belongs to an addressed unit, and the notice is for such people."""
    whom = units_of(user)
    if notice.reach == Reach.VILLAGES and user.role in VILLAGE_ROLES:
        whom |= Q(unit_code__in={one[:TOWNSHIP] for one in user.territory.level(VILLAGE)})
    return bool(NoticeUnit.objects.filter(whom, notice=notice).exists())
