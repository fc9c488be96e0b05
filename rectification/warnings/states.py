"""The steps of a warning event (预警事件), and which may follow each other.

One table draws the buttons, names the API's endpoints, fills the help page, decides what the
actions refuse and feeds the tests. Nobody lowers a colour but a person who looked: the township's
secretary for yellow, the county for red, and red always passes through observation.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AlertStatus(TextChoices):
    """Where an event stands."""

    OPEN = "open", _("待签收")
    ACKNOWLEDGED = "acknowledged", _("已签收")
    RECTIFYING = "rectifying", _("整改中")
    SUBMITTED = "submitted", _("待乡镇核实")
    TOWNSHIP_VERIFIED = "township_verified", _("待县核实")
    OBSERVING = "observing", _("观察期")
    LOWERED = "lowered", _("已降级")
    FALSE_ALARM = "false_alarm", _("误报")
    WITHDRAWN = "withdrawn", _("已撤回")


class Side(TextChoices):
    """Who takes a step."""

    TOWNSHIP = "township", _("乡镇")
    SECRETARY = "secretary", _("乡镇党委书记")
    COUNTY = "county", _("县委组织部")
    SECOND = "second", _("另一名县级审核人")
    SYSTEM = "system", _("系统")


S = AlertStatus
# Somebody in the township owes something.
OWING = (S.OPEN, S.ACKNOWLEDGED, S.RECTIFYING)
# Counts for the colour.
LIVE = (*OWING, S.SUBMITTED, S.TOWNSHIP_VERIFIED, S.OBSERVING)
ENDED = (S.LOWERED, S.FALSE_ALARM, S.WITHDRAWN)


@dataclass(frozen=True)
class Step:
    """One step: from which states, to which, who takes it, and for which levels."""

    key: str
    label: Any
    label_en: str
    sources: tuple[AlertStatus, ...]
    target: AlertStatus
    side: Side
    levels: tuple[str, ...] = ("red", "yellow")
    danger: bool = False


ACKNOWLEDGE = Step(
    "acknowledge", _("签收"), "acknowledge", (S.OPEN,), S.ACKNOWLEDGED, Side.TOWNSHIP
)
PLAN = Step(
    "plan", _("填写整改打算"), "state the plan", (S.OPEN, S.ACKNOWLEDGED), S.RECTIFYING,
    Side.TOWNSHIP,
)  # fmt: skip
SUBMIT = Step(
    "submit", _("报整改结果"), "report the result", (S.ACKNOWLEDGED, S.RECTIFYING), S.SUBMITTED,
    Side.TOWNSHIP,
)  # fmt: skip
VERIFY_YELLOW = Step(
    "verify-yellow", _("核实降级"), "verify and lower a yellow one", (S.SUBMITTED,), S.LOWERED,
    Side.SECRETARY, ("yellow",),
)  # fmt: skip
VERIFY_RED = Step(
    "verify-red", _("乡镇核实"), "verify for the county", (S.SUBMITTED,), S.TOWNSHIP_VERIFIED,
    Side.SECRETARY, ("red",),
)  # fmt: skip
LOWER = Step(
    "lower", _("核实降为观察"), "lower to observation", (S.TOWNSHIP_VERIFIED,), S.OBSERVING,
    Side.COUNTY, ("red",),
)  # fmt: skip
REJECT = Step(
    "reject", _("退回继续整改"), "send back", (S.SUBMITTED, S.TOWNSHIP_VERIFIED), S.RECTIFYING,
    Side.SECRETARY,
)  # fmt: skip
FALSE_ALARM = Step(
    "false-alarm", _("同意认定误报"), "approve as a false alarm",
    (*OWING, S.SUBMITTED, S.TOWNSHIP_VERIFIED, S.OBSERVING), S.FALSE_ALARM, Side.SECOND,
    danger=True,
)  # fmt: skip
PASS_OBSERVATION = Step(
    "observed", _("观察期满"), "observation over", (S.OBSERVING,), S.LOWERED, Side.SYSTEM
)
WITHDRAW = Step(
    "withdraw", _("封账前数据已更正,撤回"), "withdrawn before closing",
    (*OWING, S.SUBMITTED, S.TOWNSHIP_VERIFIED), S.WITHDRAWN, Side.SYSTEM,
)  # fmt: skip
STEPS = (
    ACKNOWLEDGE, PLAN, SUBMIT, VERIFY_YELLOW, VERIFY_RED, LOWER, REJECT, FALSE_ALARM,
    PASS_OBSERVATION, WITHDRAW,
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}


def allowed(step: Step, status: str, level: str) -> bool:
    """Whether the step may be taken from this state at this level."""
    return status in step.sources and level in step.levels


def offered(status: str, level: str) -> tuple[Step, ...]:
    """The steps that may be taken from here, in the table's order."""
    return tuple(step for step in STEPS if allowed(step, status, level))
