"""On which side of a warning event a person stands."""

from collections.abc import Callable
from typing import Any

from rectification.warnings import perms
from rectification.warnings.models import Alert
from rectification.warnings.states import REJECT, AlertStatus, Side, Step

RIGHTS: dict[Side, Callable[[Any], bool]] = {
    Side.TOWNSHIP: perms.may_decide_events_township,
    Side.SECRETARY: perms.may_verify_township,
    Side.COUNTY: perms.may_decide_county,
    Side.SECOND: perms.may_decide_county,
    Side.SYSTEM: lambda _user: False,
}


def side_of(step: Step, status: str) -> Side:
    """Who takes a step from here: whoever would verify next also sends back."""
    if step is REJECT and status == AlertStatus.TOWNSHIP_VERIFIED:
        return Side.COUNTY
    return step.side


def may_take(step: Step) -> Callable[[Any], bool]:
    """The right that a step asks for, whatever the event is."""
    return perms.may_send_back if step is REJECT else RIGHTS[step.side]


def stands(by: Any, side: Side, alert: Alert) -> bool:
    """Whether the person has the right of this side, and for this village."""
    return bool(RIGHTS[side](by) and by.territory.covers(alert.village.code))


def is_same(by: Any, other: int | None) -> bool:
    """Whether the person, or whoever the person stands in for, is the other one."""
    keys = {getattr(by, "pk", None), getattr(getattr(by, "acting_for", None), "pk", None)}
    return other is not None and other in keys


def has_asked(by: Any, alert: Alert) -> bool:
    """Whether this very person asked for the false alarm."""
    return is_same(by, alert.asked_false_by_id)
