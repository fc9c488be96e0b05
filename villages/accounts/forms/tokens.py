"""The form of a new token."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts.actions.tokens import LONGEST_DAYS, USUAL_DAYS, Limits
from villages.accounts.choices import Role
from villages.accounts.forms.units import UnitsField, unit_choices
from villages.models import County
from villages.rest.registry import labels


class TokenForm(forms.Form):
    """Name, length, and how far the token reaches."""

    name = forms.CharField(
        label=_("用途"), max_length=60, help_text=_("写明给哪个系统使用,例如“县级大屏”。")
    )
    days = forms.IntegerField(
        label=_("有效天数"), min_value=1, max_value=LONGEST_DAYS, initial=USUAL_DAYS,
        help_text=_("最长 365 天,到期前可以更换。"),
    )  # fmt: skip
    read_only = forms.BooleanField(
        label=_("只读"), required=False, initial=True, help_text=_("大屏、报表等只需要读取。")
    )
    resources = forms.MultipleChoiceField(
        label=_("可用资源"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("不勾选表示全部。"),
    )  # fmt: skip
    units = UnitsField(
        label=_("区划范围"), required=False, help_text=_("不勾选表示本人的全部管辖。")
    )
    networks = forms.CharField(
        label=_("来源网段"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("每行一个地址或网段,例如 192.0.2.0/24;不填表示不限。"),
    )  # fmt: skip

    def __init__(self, *args: Any, user: Any, county: County | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["resources"]
        choices.choices = list(labels().items())
        units: Any = self.fields["units"]
        units.choices = unit_choices(Role.API_CLIENT, user, county)

    def limits(self) -> Limits:
        """What was chosen, for the action."""
        chosen = self.cleaned_data
        return Limits(
            chosen["read_only"],
            tuple(chosen["units"]),
            tuple(chosen["resources"]),
            tuple(re.split(r"[\s,;,;]+", chosen["networks"].strip()) if chosen["networks"] else ()),
        )
