"""A line of one's own day list."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NoteForm(forms.Form):
    """What to do, in a few words."""

    text = forms.CharField(
        label=_("要做的事"), max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
