"""The span of days that figures are about."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.imports.forms.months import day_input


class SpanForm(forms.Form):
    """From a day to a day, both inclusive."""

    first = forms.DateField(label=_("从"), widget=day_input())
    last = forms.DateField(label=_("到"), widget=day_input())

    def clean(self) -> dict[str, Any]:
        """The days stand in their order."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("first") and given.get("last") and given["first"] > given["last"]:
            self.add_error("last", _("结束日期不能早于开始日期。"))
        return given


def span_of(data: Any, on: date) -> tuple[SpanForm, date, date]:
    """The form and the days asked for; the year so far where nothing fits."""
    year = {"first": on.replace(month=1, day=1), "last": on}
    asked = {name: data[name] for name in year if name in data}
    form = SpanForm({**year, **asked})
    given = form.cleaned_data if form.is_valid() else year
    return form, given["first"], given["last"]
