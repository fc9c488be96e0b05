"""The form of a request about several villages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import Colour, ExemptionKind
from rectification.warnings.rules import RULES
from villages.ledgers.forms.reading import MonthField
from villages.models import Village


class OverrideForm(forms.Form):
    """Which village, which colour, for how long, and why."""

    village = forms.ChoiceField(label=_("村"))
    colour = forms.ChoiceField(label=_("调整为"), choices=Colour.choices)
    from_month = MonthField(label=_("起始月份"))
    until_month = MonthField(label=_("截止月份"))
    reason = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明与规则结论不同的事实;颜色旁边会一直有“人工调整”标记。"),
    )  # fmt: skip

    def __init__(self, *args: Any, villages: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {one.code: one for one in villages}
        places: Any = self.fields["village"]
        choices = [(one.code, one.full_name) for one in self.found.values()]
        places.choices = [("", _("请选择")), *choices]

    @property
    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        given = dict(self.cleaned_data)
        return {**given, "village": self.found[given["village"]]}


class DisputeForm(forms.Form):
    """What is wrong; village, month and rule come from the reason that was clicked."""

    claim = forms.CharField(
        label=_("异议内容"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("写清哪个数据不对、实际是多少,或者规则为什么不适用;不用上传材料。"),
    )  # fmt: skip


def _by_township(villages: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of choices, in the order of the villages."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in villages:
        found.setdefault(one.township.name, []).append((one.code, one.name))
    return list(found.items())


class ExemptingForm(forms.Form):
    """Which villages, which rules, for how long, and why."""

    villages = forms.MultipleChoiceField(
        label=_("村"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请勾选村。")},
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("类别"), choices=ExemptionKind.choices)
    rules = forms.MultipleChoiceField(
        label=_("不适用的规则"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("一条都不勾选表示全部规则。"),
    )  # fmt: skip
    from_month = MonthField(label=_("起始月份"))
    until_month = MonthField(label=_("截止月份"))
    reason = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明情况和依据,例如通知的文号;不用上传材料。"),
    )  # fmt: skip

    def __init__(self, *args: Any, villages: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {one.code: one for one in villages}
        places: Any = self.fields["villages"]
        places.choices = _by_township(villages)
        rules: Any = self.fields["rules"]
        rules.choices = [(one.code, f"{one.code} {one.title}") for one in RULES]

    @property
    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        given = dict(self.cleaned_data)
        chosen: list[Village] = [self.found[code] for code in given["villages"]]
        return {**given, "villages": chosen}
