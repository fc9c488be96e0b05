"""Which paper follows which silence: the table of the escalation clock (§2.3)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import OrderKind
from rectification.warnings import parameters
from rectification.warnings.choices import Level
from rectification.warnings.states import OWING, AlertStatus


@dataclass(frozen=True)
class Rung:
    """One paper: of which colour, in which states, after how many days since publication."""

    kind: OrderKind
    level: Level
    statuses: tuple[AlertStatus, ...]
    parameter: str
    workdays: bool
    why: Any
    asks: Any


_BEFORE_PLAN = (AlertStatus.OPEN, AlertStatus.ACKNOWLEDGED)
_SIGN = _("请签收预警,说明情况和整改打算。")
_MEND = _("请尽快整改到位并报整改结果;确有困难的,请说明原因和打算。")
REMIND = Rung(
    OrderKind.REMIND, Level.YELLOW, (AlertStatus.OPEN,), parameters.ACKNOWLEDGE_DAYS.key, True,
    _("黄色预警逾期没有签收"), _SIGN,
)  # fmt: skip
SECOND = Rung(
    OrderKind.URGE, Level.YELLOW, OWING, parameters.SECOND_SLIP_DAYS.key, False,
    _("黄色预警逾期没有报整改结果"), _MEND,
)  # fmt: skip
RESPONSE = Rung(
    OrderKind.SUPERVISE, Level.RED, (AlertStatus.OPEN,), parameters.RED_RESPONSE_DAYS.key, True,
    _("红色预警逾期没有签收"), _SIGN,
)  # fmt: skip
NO_PLAN = Rung(
    OrderKind.URGE, Level.RED, _BEFORE_PLAN, parameters.RED_PLAN_DAYS.key, True,
    _("红色预警逾期没有填写整改打算"), _("请制定整改打算,明确责任人和完成日期。"),
)  # fmt: skip
NOT_MENDED = Rung(
    OrderKind.RECTIFY, Level.RED, OWING, parameters.RED_RECTIFY_DAYS.key, False,
    _("红色预警逾期没有整改到位"), _MEND,
)  # fmt: skip
RUNGS = (REMIND, SECOND, RESPONSE, NO_PLAN, NOT_MENDED)
# Papers about a village that stays red, by the parameter that says for how many months.
LASTING = (
    (OrderKind.INTERVIEW, parameters.INTERVIEW_MONTHS.key,
     _("请乡镇党委书记按通知时间参加约谈,说明原因和下一步打算。")),
    (OrderKind.BULLETIN, parameters.BULLETIN_MONTHS.key,
     _("请作出书面说明;县里同时列入软弱涣散村党组织排查。")),
)  # fmt: skip
# What a person drafts for an event of a colour, the usual kind first.
KINDS_BY_LEVEL: dict[str, tuple[OrderKind, ...]] = {
    Level.YELLOW: (OrderKind.REMIND, OrderKind.URGE),
    Level.RED: (
        OrderKind.SUPERVISE, OrderKind.URGE, OrderKind.RECTIFY, OrderKind.INTERVIEW,
        OrderKind.BULLETIN, OrderKind.HUNG,
    ),
}  # fmt: skip


def paper_key(kind: str) -> str:
    """The kind of decision that says a paper of this kind was drafted."""
    return f"paper-{kind}"
