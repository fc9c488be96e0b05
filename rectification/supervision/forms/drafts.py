"""The form of a draft: what the paper says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import OrderKind, Urgency
from villages.imports.forms.months import day_input


def _text(label: Any, most: int, hint: Any = "", *, rows: int = 0, needed: bool = False) -> Any:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, max_length=most, required=needed, help_text=hint, widget=widget
    )


class DraftForm(forms.Form):
    """What is asked of all units together; what concerns single ones stands in their items."""

    kind = forms.ChoiceField(
        label=_("文种"), choices=OrderKind.choices, initial=OrderKind.SUPERVISE
    )
    urgency = forms.ChoiceField(
        label=_("缓急程度"), choices=Urgency.choices, initial=Urgency.PLAIN,
        help_text=_("文种规则没有规定期限的,按缓急程度计算。"),
    )  # fmt: skip
    subject = _text(_("事项"), 120, _("一句话写明要办什么。"), needed=True)
    problem = _text(_("存在问题"), 2000, _("写事实;各单位的具体事项下一步分别填。"), rows=3)
    requirement = _text(_("办理要求"), 2000, _("办到什么程度,可以核查。"), rows=3, needed=True)
    basis = _text(_("依据"), 300)
    due_on = forms.DateField(
        label=_("办理时限"), required=False, widget=day_input(),
        help_text=_("留空的,签发时按文种规则和缓急程度计算。"),
    )  # fmt: skip
    urgent_by = _text(
        _("紧急事项批准人"), 30, _("时限短于县里规定的最短时间才填,计入紧急下发统计。")
    )
    feedback = _text(_("反馈方式"), 120, _("留空即在系统内反馈。"))
    instruction = _text(_("领导批示"), 300, rows=2)
