"""Deciding about a request for a right."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    """The answer of the second person; a refusal needs a reason."""

    answer = forms.CharField(
        label=_("审批意见"),
        required=False,
        max_length=200,
        help_text=_("不同意时必填。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
