"""What the steps of inspections and findings ask for, by key of the step.

Each name is a parameter of the action that takes the step.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.choices import CaseClass
from rectification.ledgers.work_asks import day
from rectification.supervision.choices import OrderKind
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask


def _words(name: str, label: Any, en: str, most: int = 300, *, required: bool = True) -> Ask:
    return Ask(name, label, en, most=most, wide=True, required=required)


INSPECTION_ASKS: dict[str, tuple[Ask, ...]] = {
    "draw": (
        day(_("抽取日期"), "drawn on"),
        Ask("size", _("抽取村数"), "number of villages", Kind.INTEGER, unit="个"),
        Ask(
            "seed", _("随机种子"), "seed", required=False, most=32,
            about_zh=_("留空由系统生成;填写原来的种子和日期,抽出的名单相同。"),
            about_en="Made up when empty; the same seed and day draw the same villages.",
        ),
        _words("reason", _("重新抽取的原因"), "why it is drawn again", required=False),
    ),
    "start": (day(_("开始日期"), "started on"),),
    "publish": (
        day(_("公布日期"), "published on"),
        _words("summary", _("小结"), "summary", 2000, required=False),
    ),
    "cancel": (day(_("取消日期"), "cancelled on"), _words("reason", _("原因"), "reason")),
}  # fmt: skip
FINDING_ASKS: dict[str, tuple[Ask, ...]] = {
    "to-order": (
        day(_("日期"), "day"),
        Ask("kind", _("文种"), "kind of order", Kind.CHOICE, required=False,
            choices=OrderKind.choices, about_zh=_("留空为督办单。"),
            about_en="supervise when empty."),
        Ask("due_on", _("办理时限"), "due on", Kind.DATE, required=False,
            about_zh=_("留空在签发时按文种和缓急程度计算。"),
            about_en="Counted when it is issued, if empty."),
        _words("requirement", _("办理要求"), "requirement", 2000, required=False),
    ),
    "to-case": (
        day(_("登记日期"), "registered on"),
        Ask("case_class", _("类别"), "class of the case", Kind.CHOICE, required=False,
            choices=CaseClass.choices, about_zh=_("留空为软弱涣散。"),
            about_en="weak_lax when empty."),
        _words("facts", _("排查事实"), "facts", 2000, required=False),
    ),
    "hand-over": (
        day(_("移交日期"), "handed over on"),
        Ask("to", _("移交单位"), "to which body", most=60),
        _words("text", _("说明"), "remark", required=False),
    ),
    "mend": (day(_("确认日期"), "confirmed on"), _words("outcome", _("整改情况"), "outcome")),
    "dismiss": (day(_("日期"), "day"), _words("outcome", _("不需处理的理由"), "why")),
    "release": (day(_("日期"), "day"),),
}  # fmt: skip
EFFECTS = {
    "draw": _("按风险权重随机抽取。种子、权重和理由都保存,谁都可以按同样的种子重新验证;手工登记的村"
              "不变,也不参加抽取。名单公布以前乡镇看不到。"),
    "start": _("开始以后不能重新抽取,可以记录到村情况。"),
    "publish": _("公布以后乡镇看到本乡镇的检查村和发现的问题,检查记录不能再改。"),
    "cancel": _("取消的检查乡镇始终看不到。"),
    "to-order": _("给村所在的乡镇起草一张督办单,写入这个问题和依据;审核、签发以后乡镇才看到。"),
    "to-case": _("在本年排查中登记这个村,检查发现的问题作为排查事实。"),
    "hand-over": _("移交以后只有组织部看得到内容,别人只看到件数。"),
    "mend": _("发了督办单或列入整顿的,办结以后才能确认。"),
    "release": _("督办单作废或撤销、整顿撤销的,问题退回待处理。"),
}  # fmt: skip
