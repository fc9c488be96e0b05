"""The form for one day of the calendar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

KINDS = [("rest", _("休息(节假日)")), ("work", _("上班(周末调休)"))]


class DayForm(forms.Form):
    """A holiday or an adjusted working day, with the paper that decided it."""

    day = forms.DateField(
        label=_("日期"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    kind = forms.ChoiceField(label=_("这一天"), choices=KINDS, widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("名称"), max_length=30, help_text=_("例如:春节、国庆节调休上班。")
    )
    basis = forms.CharField(label=_("依据"), max_length=120, help_text=_("公布安排的通知或文号。"))

    def wanted(self) -> dict[str, Any]:
        """The checked input as the action takes it."""
        data = dict(self.cleaned_data)
        data["is_workday"] = data.pop("kind") == "work"
        return data


class SettledDayForm(DayForm):
    """The same for a day that stands in the calendar: its date is not changed."""

    day = forms.DateField(label=_("日期"), disabled=True, widget=forms.DateInput(format="%Y-%m-%d"))
