"""The form for one parameter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common import clock
from villages.parameters import Definition


class ParameterForm(forms.Form):
    """New value, the day from which it holds, and the paper that decided it."""

    value = forms.IntegerField(label=_("新取值"))
    effective_from = forms.DateField(
        label=_("生效日期"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    basis = forms.CharField(label=_("依据(文号或会议)"), max_length=200)

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["effective_from"].initial = clock.today()
        self.fields["value"] = _field(definition)


def _field(definition: Definition) -> forms.Field:
    label, hint = (
        _("新取值(%s)") % definition.unit if definition.unit else _("新取值"),
        definition.help,
    )
    if definition.kind == "text":
        return forms.CharField(label=label, help_text=hint, max_length=200)
    low = None if definition.low is None else int(definition.low)
    high = None if definition.high is None else int(definition.high)
    return forms.IntegerField(label=label, help_text=hint, min_value=low, max_value=high)
