"""A post changes hands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts.forms.people import PersonField
from villages.accounts.forms.users import day_field, reason_field
from villages.accounts.models import User
from villages.common import clock


class HandoverForm(forms.Form):
    """To whom, until when, and whether the post itself passes on."""

    successor = PersonField(label=_("接任人"), help_text=_("本县另一个在用的账号。"))
    take_post = forms.BooleanField(
        label=_("接任人接手其角色和管辖(不勾选则只移交未办结的工作)"), required=False, initial=True
    )
    leaves_on = day_field(
        _("离任日期"), hint=_("今天或更早:账号立即停用。以后的日期:账号用到当天为止。")
    )
    reason = reason_field(_("依据"), _("例如:换届、调任文件及文号。将记入操作留痕。"))

    def __init__(self, *args: Any, leaver: User, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = (
            User.objects.visible_to(by).active().filter(home_code__startswith=leaver.home_code[:6])
        )
        self.fields["successor"].queryset = people.exclude(pk__in=[leaver.pk, by.pk])  # type: ignore[attr-defined]
        self.fields["leaves_on"].initial = clock.today
