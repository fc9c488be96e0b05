"""A step of a report: what the person says to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class StepForm(forms.Form):
    """The revision that the person saw, and a reason where the step asks for one."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写一两句即可,记入操作留痕。"),
    )  # fmt: skip

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["reason"]


class CorrectForm(forms.Form):
    """Why an issued report is corrected; printed in the correction note."""

    reason = forms.CharField(
        label=_("更正原因"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("例如哪个村的哪项数据报错了。印在更正说明里。"),
    )  # fmt: skip
