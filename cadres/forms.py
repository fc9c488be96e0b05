"""Forms about sealed numbers and chosen days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cadres.actions.identity import LEAST_REASON, labels


def day_input() -> forms.DateInput:
    """A day from the browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class IdentityForm(forms.Form):
    """The numbers to be sealed; what stays empty stays as it was."""

    id_number = forms.CharField(
        label=_("身份证号"), max_length=30, required=False,
        help_text=_("18 位;保存后加密,列表和导出中只出现掩码。留空即不改动。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=_("联系电话"), max_length=30, required=False,
        help_text=_("保存后加密。留空即不改动。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )  # fmt: skip
    checked = forms.BooleanField(
        label=_("已对照证件核对"), required=False,
        help_text=_("证件与台账的性别或出生年月不一致时,核对无误后勾选。"),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """At least one number."""
        given = super().clean() or {}
        if not self.errors and not (given.get("id_number") or given.get("phone")):
            raise forms.ValidationError(_("请填写身份证号或联系电话。"), code="nothing")
        return given


class RevealForm(forms.Form):
    """Which number, and why."""

    field = forms.ChoiceField(label=_("查看内容"), choices=lambda: list(labels().items()))
    reason = forms.CharField(
        label=_("理由"), min_length=LEAST_REASON, max_length=200,
        help_text=_("例如:联审核对证件。记入操作留痕,本人和审计可见。"),
    )  # fmt: skip


class DayForm(forms.Form):
    """The day that figures are of."""

    on = forms.DateField(label=_("日期"), widget=day_input())


class TwoDaysForm(forms.Form):
    """The two days that are compared."""

    before = forms.DateField(label=_("前一日期"), widget=day_input())
    after = forms.DateField(label=_("后一日期"), widget=day_input())
