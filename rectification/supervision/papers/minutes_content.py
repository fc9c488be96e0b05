"""What the printed minutes of a leading group's meeting say."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rectification.papers.wording import chinese_day
from rectification.supervision.choices import Origin
from rectification.supervision.models import GroupMeeting, ListTask, SupervisionOrder
from rectification.supervision.states import OrderStatus
from villages.models import County

Row = tuple[str, ...]


@dataclass(frozen=True)
class MinutesPaper:
    """The minutes, and what they gave: orders, and tasks with owner and day."""

    house: str
    group: str
    held_on: str
    chaired_by: str
    attended: str
    minutes: tuple[str, ...]
    orders: tuple[Row, ...]
    tasks: tuple[Row, ...]


def minutes_of(meeting: GroupMeeting) -> MinutesPaper:
    """From the rows. Four queries."""
    county = County.objects.get(code=meeting.county_code)
    return MinutesPaper(
        house=county.department_name or _("%s委组织部") % county.name,
        group=meeting.group,
        held_on=chinese_day(meeting.held_on),
        chaired_by=meeting.chaired_by,
        attended=meeting.attended,
        minutes=tuple(filter(None, (one.strip() for one in meeting.minutes.splitlines()))),
        orders=tuple(_orders(meeting)),
        tasks=tuple(_tasks(meeting)),
    )


def _orders(meeting: GroupMeeting) -> Any:
    """Papers that left the house and hold; drafts are nobody's decision yet."""
    rows = SupervisionOrder.objects.in_county(meeting.county_code).sent()
    rows = rows.exclude(status=OrderStatus.REVOKED)
    rows = rows.filter(origin=Origin.MEETING, origin_uid=meeting.uid).order_by("issued_at", "pk")
    for one in rows.prefetch_related("units"):
        parts = sorted(one.units.all(), key=lambda part: (part.role, part.unit_code, part.pk))
        yield (
            one.number_shown, one.subject, "、".join(part.unit_name for part in parts),
            chinese_day(one.due_on),
        )  # fmt: skip


def _tasks(meeting: GroupMeeting) -> Any:
    """What was given to several units in the same words and for the same day stands once."""
    rows = ListTask.objects.filter(list__meeting=meeting).order_by("list__from_on", "list", "seq")
    given: dict[tuple[str, str, str], list[str]] = {}
    for one in rows:
        given.setdefault((one.text, one.person, chinese_day(one.due_on)), []).append(one.unit_name)
    for (text, person, day), units in given.items():
        yield text, "、".join(units), person, day
