"""Preferences of one's own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts.models import User


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]
    """What a person may change about himself; name, role and place belong to the administrator."""

    class Meta:
        model = User
        fields = ["shortcuts_on"]
        labels = {"shortcuts_on": _("启用单键快捷键(在输入框中不起作用)")}
