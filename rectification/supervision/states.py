"""The steps of an order and of each unit's part in it, and which may follow each other.

One table draws the buttons, names the API's endpoints, fills the help page, decides what the
actions refuse and feeds the tests. Being late is no state: it follows from the day. More time is
put on record and changes the day alone.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrderStatus(TextChoices):
    """Where an order stands as a paper."""

    DRAFT = "draft", _("起草")
    REVIEWED = "reviewed", _("已审核")
    ISSUED = "issued", _("已签发")
    CLOSED = "closed", _("已办结")
    REVOKED = "revoked", _("已撤销")
    DROPPED = "dropped", _("未发作废")


class UnitStatus(TextChoices):
    """Where one unit stands with its part of an order."""

    PREPARED = "prepared", _("未发出")
    ISSUED = "issued", _("待签收")
    RECEIVED = "received", _("办理中")
    REPLIED = "replied", _("待核查")
    RETURNED = "returned", _("退回重办")
    VERIFIED = "verified", _("待办结")
    CLOSED = "closed", _("已办结")
    REVOKED = "revoked", _("已撤销")


class Side(TextChoices):
    """Who takes a step."""

    AUTHOR = "author", _("起草人")
    CHECKER = "checker", _("审核人")
    ISSUER = "issuer", _("签发单位")
    UNIT = "unit", _("承办单位")


Paper, Part = OrderStatus, UnitStatus
# The unit owes something.
OWING = (Part.ISSUED, Part.RECEIVED, Part.RETURNED)
# The issuer owes something.
ANSWERED = (Part.REPLIED, Part.VERIFIED)
# Neither owes anything any more.
DONE = (Part.CLOSED, Part.REVOKED)
# Under way: counted, lit, escalated.
LIVE = (*OWING, *ANSWERED)
# The paper has left the house: units see it.
SENT = (Paper.ISSUED, Paper.CLOSED, Paper.REVOKED)
# Nobody outside has seen it: words, units and items may still change.
OPEN_DRAFTS = (Paper.DRAFT,)


@dataclass(frozen=True)
class Step:
    """One step: from which states, to which, who takes it."""

    key: str
    label: Any
    label_en: str
    sources: tuple[Any, ...]
    target: Any
    side: Side
    danger: bool = False


CHECK = Step("check", _("审核通过"), "check", (Paper.DRAFT,), Paper.REVIEWED, Side.CHECKER)
SEND_BACK = Step(
    "send-back", _("退回修改"), "send back to the author", (Paper.REVIEWED,), Paper.DRAFT,
    Side.CHECKER,
)  # fmt: skip
ISSUE = Step("issue", _("签发"), "issue", (Paper.REVIEWED,), Paper.ISSUED, Side.CHECKER)
DROP = Step(
    "drop", _("作废"), "drop the draft", (Paper.DRAFT, Paper.REVIEWED), Paper.DROPPED,
    Side.AUTHOR, danger=True,
)  # fmt: skip
REVOKE = Step(
    "revoke", _("撤销"), "revoke", (Paper.ISSUED,), Paper.REVOKED, Side.CHECKER, danger=True
)
ORDER_STEPS = (CHECK, SEND_BACK, ISSUE, DROP, REVOKE)

RECEIVE = Step("receive", _("签收"), "sign for", (Part.ISSUED,), Part.RECEIVED, Side.UNIT)
REPLY = Step("reply", _("反馈"), "reply", (Part.RECEIVED, Part.RETURNED), Part.REPLIED, Side.UNIT)
RETURN = Step(
    "return", _("退回重办"), "return the reply", (Part.REPLIED,), Part.RETURNED, Side.ISSUER
)
VERIFY = Step("verify", _("核查通过"), "verify", (Part.REPLIED,), Part.VERIFIED, Side.ISSUER)
CLOSE = Step("close", _("办结销号"), "close", (Part.VERIFIED,), Part.CLOSED, Side.ISSUER)
REOPEN = Step(
    "reopen", _("重新交办"), "reopen", (Part.VERIFIED, Part.CLOSED), Part.RETURNED, Side.ISSUER,
    danger=True,
)  # fmt: skip
UNIT_STEPS = (RECEIVE, REPLY, RETURN, VERIFY, CLOSE, REOPEN)

STEPS = (*ORDER_STEPS, *UNIT_STEPS)
BY_KEY = {step.key: step for step in STEPS}


def allowed(step: Step, status: str) -> bool:
    """Whether the step may be taken from this state."""
    return status in step.sources


def offered(steps: tuple[Step, ...], status: str) -> tuple[Step, ...]:
    """The steps of a table that may be taken from here, in its order."""
    return tuple(step for step in steps if allowed(step, status))
