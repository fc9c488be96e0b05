"""What meetings of the leading group give: orders that go out to units."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.drafting import add_units, draft_order
from rectification.supervision.choices import OrderKind, Origin
from rectification.supervision.models import Department, GroupMeeting, SupervisionOrder
from villages.models import Township


@transaction.atomic
def draft_from_meeting(
    meeting: GroupMeeting, *, by: Any, on: date, kind: OrderKind | str, subject: str,
    requirement: str, townships: Iterable[Township] = (), departments: Iterable[Department] = (),
    due_on: date | None = None,
) -> SupervisionOrder:  # fmt: skip
    """A draft that names the meeting as its ground, addressed to these units.

    Raises what `draft_order` and `add_units` refuse.
    """
    basis = _("%(group)s(%(day)s)议定事项") % {
        "group": meeting.group, "day": meeting.held_on.isoformat(),
    }  # fmt: skip
    order = draft_order(
        by=by, on=on, kind=kind, subject=subject, requirement=requirement, basis=basis,
        due_on=due_on, origin=Origin.MEETING, origin_uid=meeting.uid,
    )  # fmt: skip
    units = list(townships), list(departments)
    if any(units):
        add_units(order, by=by, townships=units[0], departments=units[1])
    return order
