"""Codes of the second factor."""

from django import forms
from django.utils.translation import gettext_lazy as _

_CODE = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}


class PhoneCodeForm(forms.Form):
    """Six digits from the phone."""

    code = forms.CharField(
        label=_("验证码"),
        max_length=20,
        help_text=_("手机应用上显示的 6 位数字,每 30 秒更换一次。"),
        widget=forms.TextInput(attrs={**_CODE, "inputmode": "numeric"}),
    )


class CodeForm(forms.Form):
    """Six digits from the phone, or one recovery code."""

    code = forms.CharField(
        label=_("验证码"),
        max_length=20,
        help_text=_("手机应用上的 6 位数字;手机不在身边时,可输入一个恢复码。"),
        widget=forms.TextInput(attrs=_CODE),
    )
