"""What each unit already owes: for whoever is about to ask it for more."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from rectification.supervision.models import OrderUnit
from rectification.supervision.states import OWING, SENT

COUNTED = ("open", "overdue", "got", "short")


@dataclass(frozen=True)
class Owed:
    """Of one unit on a day: papers it has to answer, those that are late, papers of any house
    that it got this month, and how many of these left it too little time."""

    open: int = 0
    overdue: int = 0
    got: int = 0
    short: int = 0


def key_of(part: OrderUnit) -> str:
    """The key of a unit: the code of a township, the uid of a department."""
    return part.unit_code or (part.department.uid if part.department else "")


def owed(county: str, on: date) -> dict[str, Owed]:
    """By key, whichever house asked. Units without any paper are not in it. One query.

    Counts alone: who may address a unit may know how much it carries, not what it is about.
    """
    mine = Q(status__in=OWING)
    month = Q(order__issued_on__range=(on.replace(day=1), on))
    rows = OrderUnit.objects.in_county(county).filter(order__status__in=SENT)
    found = rows.values("unit_code", "department__uid").annotate(
        open=Count("pk", filter=mine),
        overdue=Count("pk", filter=mine & Q(due_on__lt=on)),
        got=Count("pk", filter=month),
        short=Count("pk", filter=month & Q(order__short_notice=True)),
    )  # fmt: skip
    return {
        one["unit_code"] or one["department__uid"]: Owed(**{key: one[key] for key in COUNTED})
        for one in found
    }
