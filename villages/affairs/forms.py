"""The one special form of village facts: all needs of a site at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.affairs.models import SiteNeed


class SiteCheckForm(forms.Form):
    """Ticks for what the site has, and the day of the check."""

    checked_on = forms.DateField(
        label=_("核查日期"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    present = forms.ModelMultipleChoiceField(
        label=_("已配备"),
        queryset=SiteNeed.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("没有勾选的记为没有;损坏不能用的不勾选。"),
    )

    def __init__(self, *args: Any, needs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = needs  # type: ignore[attr-defined]
