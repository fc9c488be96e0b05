"""What the steps from the screening to the county's list ask for, by key of the step.

Each name is a parameter of the action that takes the step.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.choices import CaseClass, CaseLevel
from rectification.ledgers.work_asks import REASON, day, remark
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask

_WHY = _("理由")


def _why(label: Any = _WHY) -> Ask:
    return Ask("reason", label, "reason", most=500, wide=True)


ASKS: dict[str, tuple[Ask, ...]] = {
    "propose": (
        day(_("上报日期"), "proposed on"),
        Ask("township_meeting_on", _("乡镇党委会日期"), "township meeting on", Kind.DATE),
        Ask("resolution_no", _("乡镇党委决议号"), "resolution number", most=60),
        Ask("proposal_reason", _("上报理由"), "reason of the proposal", most=500, wide=True),
        Ask(
            "case_class", _("类别"), "class", Kind.CHOICE, required=False,
            choices=CaseClass.choices, about_zh=_("留空为排查时登记的类别。"),
            about_en="The class of the screening when empty.",
        ),
    ),
    "drop": (day(_("决定日期"), "decided on"), _why()),
    "send-back": (day(_("退回日期"), "sent back on"), REASON, remark()),
    "start-review": (day(_("开始日期"), "started on"),),
    "confirm": (
        day(_("县委常委会日期"), "committee met on"),
        Ask("document_no", _("认定文号"), "document number", most=60),
        Ask(
            "level", _("层级"), "level", Kind.CHOICE, required=False, choices=CaseLevel.choices,
            about_zh=_("留空为一般。"), about_en="general when empty.",
        ),
        Ask("decision", _("研判意见"), "decision", required=False, most=500, wide=True),
    ),
    "not-confirm": (day(_("决定日期"), "decided on"), _why()),
    "withdraw": (
        day(_("撤销日期"), "withdrawn on"),
        _why(_("撤销原因")),
        Ask("document_no", _("撤销文号"), "document number", most=60),
    ),
}  # fmt: skip
