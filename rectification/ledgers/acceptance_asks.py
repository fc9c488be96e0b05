"""What the steps from the acceptance on ask for, by key of the step.

Each name is a parameter of the action that takes the step.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.columns import Kind
from villages.ledgers.declaring import Ask


def _day(label: Any, en: str) -> Ask:
    return Ask("on", label, en, Kind.DATE)


_TEXT = Ask("text", _("说明"), "remark", required=False, most=500, wide=True)
_NEW_DEADLINE = Ask(
    "new_deadline", _("重新整顿时限"), "new deadline", Kind.DATE,
    about_zh=_("不早于现在的时限,一次不超过县里规定的延期。"),
    about_en="Not before the deadline in force and not later than one extension allows.",
)  # fmt: skip

ASKS: dict[str, tuple[Ask, ...]] = {
    "begin-acceptance": (
        _day(_("组织日期"), "begun on"),
        Ask(
            "team", _("验收组"), "acceptance team", most=1000, wide=True,
            about_zh=_("每人写“姓名 单位”,用分号隔开,第一人为组长,如:李明 组织部;王芳 民政局。"),
            about_en="Name and unit of each member, parted by semicolons; the first one leads.",
        ),
        Ask("held_on", _("验收日期"), "held on", Kind.DATE, required=False),
    ),
    "pass": (
        _day(_("结论日期"), "concluded on"),
        _TEXT,
    ),
    "fail": (
        _day(_("结论日期"), "concluded on"),
        _NEW_DEADLINE,
        Ask(
            "reasons", _("不合格原因"), "reasons", required=False, most=500, wide=True,
            about_zh=_("留空按验收办法的判断自动写明。"),
            about_en="Taken from the judgement by the scheme when empty.",
        ),
    ),
    "sample": (_day(_("列入日期"), "sampled on"), _TEXT),
    "spot-pass": (_day(_("抽查日期"), "spot check on"), _TEXT),
    "spot-fail": (
        _day(_("抽查日期"), "spot check on"),
        _NEW_DEADLINE,
        Ask("reasons", _("不合格原因"), "reasons", most=500, wide=True),
    ),
    "notice": (
        _day(_("公示开始"), "notice from"),
        Ask(
            "notice_to", _("公示结束"), "notice to", Kind.DATE, required=False,
            about_zh=_("留空按县里规定的公示天数推算。"),
            about_en="Computed from the county's number of working days when empty.",
        ),
    ),
    "close": (
        _day(_("销号日期"), "closed on"),
        Ask("approval_no", _("销号批复号"), "approval number", most=60),
        _TEXT,
    ),
    "follow": (_day(_("转入日期"), "followed up from"),),
    "consolidate": (_day(_("达标日期"), "consolidated on"), _TEXT),
    "relapse": (
        _day(_("反弹日期"), "relapsed on"),
        Ask("reason", _("反弹原因"), "reason", most=500, wide=True),
        Ask("document_no", _("认定文号"), "document number", most=60),
    ),
}  # fmt: skip
