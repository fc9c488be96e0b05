"""Who answered in time: the first reply, held against the day that was in force then."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.models import OrderExtension, OrderReply
from rectification.supervision.states import SENT, UnitStatus
from villages.common.shares import percent


@dataclass(frozen=True)
class Punctual:
    """Of one unit, or of all (`name` empty): parts whose day came, and those answered by it.

    A part that was answered before its day counts as soon as it is answered. A new day after a
    return changes nothing: the first reply was in time or it was not.
    """

    name: str
    due: int
    in_time: int

    @property
    def share(self) -> Decimal | None:
        """In percent of those whose day came."""
        return percent(self.in_time, self.due)


def punctual(parts: Any, *, first: date, last: date, on: date) -> list[Punctual]:
    """All together, then by unit, the least punctual first. One query.

    Parts of orders that were issued between two days and still hold.
    """
    rows = parts.filter(order__status__in=SENT, order__issued_on__range=(first, last))
    told = with_first_reply(rows.exclude(status=UnitStatus.REVOKED)).order_by("unit_name")
    due: Counter[str] = Counter()
    in_time: Counter[str] = Counter()
    for name, replied, day in told.values_list("unit_name", "first_reply", "day"):
        answered = in_time_by(replied, day, on)
        due[name] += answered is not None
        in_time[name] += bool(answered)
    units = [Punctual(name, count, in_time[name]) for name, count in due.items() if count]
    units.sort(key=lambda one: (one.share or 0, -one.due, one.name))
    return [Punctual("", due.total(), in_time.total()), *units]


def with_first_reply(parts: Any) -> Any:
    """Parts with the day of their first reply (`first_reply`) and the day in force then (`day`)."""
    return parts.annotate(**_days())


def in_time_by(replied: date | None, day: date | None, on: date) -> bool | None:
    """Whether a part was answered by its day; None while its day has not come."""
    if not replied and not (day and day < on):
        return None
    return bool(replied and day and replied <= day)


def _days() -> dict[str, Any]:
    """The first reply, and the day in force by then: more time that was asked later is not."""
    replies = OrderReply.objects.filter(unit=OuterRef("pk")).order_by().values("unit")
    replied = Subquery(replies.annotate(day=Min("replied_on")).values("day"))
    granted = OrderExtension.objects.filter(unit=OuterRef("pk"), answer=ExtensionAnswer.GRANTED)
    before = Q(asked_on__lte=OuterRef("first_reply")) | Q(unit__replied_on=None)
    asked = granted.filter(before).order_by().values("unit")
    longer = Subquery(asked.annotate(day=Max("new_due_on")).values("day"))
    return {"first_reply": replied, "day": Coalesce(longer, F("first_due_on"), F("due_on"))}
