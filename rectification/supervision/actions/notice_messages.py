"""Messages about notices: to the county's own channels, and to those of whom they address."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from rectification.supervision.actions.announcing import announce
from rectification.supervision.actions.outbox import page_url
from rectification.supervision.announcing import Announcement
from rectification.supervision.models import Channel, Delivery, Notice, NoticeUnit
from rectification.supervision.notice_sides import units_of
from rectification.supervision.notice_states import Reach
from villages.accounts.choices import VILLAGE_ROLES
from villages.common.scope import TOWNSHIP, VILLAGE


def tell_of(notice: Notice, event: Announcement, *, at: datetime) -> list[Delivery]:
    """A message about a notice to every channel of those it addresses.

    Channels with a digest hear of it in the morning, except where somebody let it go out at once.
    """
    urgent = bool(notice.urgent_by)
    data = {
        "notice": notice.uid, "version": notice.number, "kind": notice.kind,
        "from": notice.from_name, "needs_receipt": notice.needs_receipt,
    }  # fmt: skip
    return announce(
        event, county=notice.county_code, about=f"{notice.uid}:{notice.number}",
        name=notice.title, url=page_url("supervision:notice", notice.uid), at=at, data=data,
        also=[one for one in channels_of(notice) if urgent or not one.digest], urgent=urgent,
    )  # fmt: skip


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
