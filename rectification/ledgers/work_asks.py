"""What the steps of plan, check and application ask for, by key of the step.

Each name is a parameter of the action that takes the step.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions.reasons import return_reasons
from rectification.actions.transferring import is_fit
from villages.accounts.models import User
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask

_REMARK = _("说明")


def day(label: Any, en: str) -> Ask:
    """The day of a step; never later than today."""
    return Ask("on", label, en, Kind.DATE)


def remark(label: Any = _REMARK, en: str = "remark", **more: Any) -> Ask:
    """Words to a step, at length."""
    return Ask("text", label, en, **{"required": False, "most": 500, "wide": True, **more})


def _reasons(row: Any) -> Iterable[tuple[str, str]]:
    return [(one, one) for one in return_reasons(row.county_code, clock.today())]


def _handlers(row: Any) -> Iterable[tuple[str, str]]:
    """Who may handle this case: people of the county in force that keep cases and cover it."""
    people = User.objects.filter(is_active=True, home_code__startswith=row.county_code)
    return [
        (one.username, f"{one.name}({one.get_role_display()})")
        for one in people.exclude(pk=row.handler_id).order_by("home_code", "name")
        if is_fit(row, one)
    ]


REASON = Ask(
    "reason", _("退回原因"), "reason", most=40, options=_reasons,
    about_zh=_("县里的词表可以增减原因。"),
    about_en="One of the county's own reasons, as in the ledger case-words (use return).",
)  # fmt: skip
HANDLER = Ask(
    "to", _("接手人"), "username of the new handler", most=60, options=_handlers,
    about_zh=_("管辖这个村的县或乡镇人员。"), about_en="A person who keeps cases of this village.",
)  # fmt: skip
ASKS: dict[str, tuple[Ask, ...]] = {
    "start-plan": (day(_("开始日期"), "started on"),),
    "submit-plan": (
        day(_("报审日期"), "submitted on"),
        remark(about_zh=_("没有的帮扶力量,写明名称和原因。"),
               about_en="Kinds of helpers that the village does not have: name and reason."),
    ),
    "return-plan": (
        day(_("退回日期"), "returned on"),
        REASON,
        remark(_("要改什么"), "what to change", required=True),
    ),
    "approve-plan": (day(_("通过日期"), "approved on"), remark()),
    "check": (
        day(_("初验日期"), "checked on"),
        Ask("self_score", _("自评得分"), "own score", Kind.DECIMAL, unit="分"),
        remark(),
    ),
    "check-failed": (
        day(_("日期"), "day"),
        remark(_("差在哪里"), "what is lacking", required=True),
    ),
    "apply": (
        day(_("申请日期"), "applied on"),
        Ask("application", _("整顿小结"), "summary of the work", most=2000, wide=True),
        Ask(
            "signed_by", _("签字人"), "signed by", most=30,
            about_zh=_("乡镇党委书记的姓名,原件由乡镇保存。"),
            about_en="Name of the township's secretary; the paper stays with the township.",
        ),
    ),
    "return-application": (
        day(_("退回日期"), "returned on"),
        REASON,
        remark(_("差在哪里"), "what is lacking", required=True),
    ),
}  # fmt: skip
TRANSFER_ASKS = (day(_("移交日期"), "transferred on"), HANDLER, remark())
