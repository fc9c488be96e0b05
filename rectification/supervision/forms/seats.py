"""Who answers for a department."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models import Department
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.imports.forms.months import day_input


class SeatForm(forms.Form):
    """Department, person, and since when."""

    department = forms.ModelChoiceField(Department.objects.none(), to_field_name="uid")
    user = forms.ModelChoiceField(User.objects.none(), to_field_name="uid")
    valid_from = forms.DateField(label=_("开始日期"), widget=day_input())

    def __init__(self, *args: Any, by: Any, county: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["department"]
        choice.label, choice.empty_label = _("部门"), _("请选择")
        choice.queryset = Department.objects.visible_to(by).in_county(county).on(on)
        choice = self.fields["user"]
        choice.label, choice.empty_label = _("经办人"), _("请选择")
        choice.help_text = _("由安全管理员先开设“联审部门”账号。")
        choice.queryset = (
            User.objects.inside(by.territory)
            .active()
            .filter(role=Role.REVIEWER, home_code__startswith=county)
        )
        choice.label_from_instance = lambda person: person.name
