"""What the steps of orders and of units' parts ask for, by key of the step.

Each name is a parameter of the action that takes the step.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.ledgers.work_asks import REASON, day, remark
from rectification.supervision.choices import Satisfaction
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask


def _why(label: Any, most: int = 300) -> Ask:
    return Ask("text", label, "reason", most=most, wide=True)


_UNDONE = Ask(
    "undone_reason", _("未办结原因"), "why it is not finished", required=False, most=300,
    wide=True, about_zh=_("没有办结的必填。"), about_en="Needed where it is not finished.",
)  # fmt: skip
_EVIDENCE = Ask(
    "evidence",
    _("佐证"),
    "evidence in words",
    required=False,
    most=300,
    about_zh=_("写明材料名称和存放处即可,不用上传。"),
    about_en="Which paper, and where it lies; nothing is uploaded.",
)
_AGAIN = Ask(
    "due_on", _("重新反馈的时限"), "reply again by", Kind.DATE, required=False,
    about_zh=_("留空按县里规定的工作日计算,原时限更晚的不变。"),
    about_en="By the county's rule when empty; a day in force that is later stays.",
)  # fmt: skip
ORDER_ASKS: dict[str, tuple[Ask, ...]] = {
    "check": (day(_("审核日期"), "checked on"), remark(_("审核意见"))),
    "send-back": (day(_("退回日期"), "sent back on"), _why(_("要改什么"))),
    "issue": (day(_("签发日期"), "issued on"), remark(_("签发意见"))),
    "drop": (day(_("作废日期"), "dropped on"), _why(_("作废原因"))),
    "revoke": (day(_("撤销日期"), "revoked on"), _why(_("撤销原因"))),
}
UNIT_ASKS: dict[str, tuple[Ask, ...]] = {
    "receive": (day(_("签收日期"), "signed for on"),),
    "reply": (
        day(_("反馈日期"), "replied on"),
        Ask("text", _("办理情况"), "what was done", most=2000, wide=True),
        Ask("is_done", _("是否办结"), "finished", Kind.BOOLEAN),
        _UNDONE,
        _EVIDENCE,
    ),
    "return": (
        day(_("退回日期"), "returned on"), REASON,
        remark(_("要补什么"), "what is missing"), _AGAIN,
    ),
    "verify": (day(_("核查日期"), "verified on"), remark(_("核查意见"))),
    "close": (
        day(_("办结日期"), "closed on"),
        Ask(
            "satisfaction", _("满意度"), "satisfaction", Kind.CHOICE, choices=Satisfaction.choices
        ),
    ),
    "reopen": (day(_("交办日期"), "reopened on"), _why(_("重新交办的原因"), 500), _AGAIN),
}  # fmt: skip
ASK_TIME = (
    day(_("申请日期"), "asked on"),
    Ask("new_due_on", _("申请延至"), "wanted day", Kind.DATE),
    Ask("reason", _("理由"), "reason", most=300, wide=True),
)
EFFECTS = {
    "issue": _("签发后立即编号并发给各承办单位,内容不能再改。"),
    "revoke": _("没有办结的承办单位不用再办,已办结的不受影响。"),
    "drop": _("没有发出的单子作废,不编号。"),
    "reply": _("只写事实:做了什么、现在怎样。不要求上传任何材料。"),
    "return": _("原因计入退回原因统计,承办单位看得到;同时有新的时限和灯。"),
    "reopen": _("同时有新的时限,还不够的由承办单位申请延期。"),
}


def pairs(rows: Iterable[Any], key: str, label: str) -> list[tuple[str, str]]:
    """Options of a form from rows."""
    return [(str(getattr(one, key)), str(getattr(one, label))) for one in rows]
