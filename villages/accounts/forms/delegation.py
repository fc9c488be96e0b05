"""Naming a deputy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts.forms.people import PersonField
from villages.accounts.forms.users import day_field, reason_field
from villages.accounts.models import User


class DelegationForm(forms.Form):
    """Who stands in for me, from when to when, and why."""

    deputy = PersonField(label=_("代理人"), help_text=_("本县在用的业务账号。"))
    starts_on = day_field(_("开始日期"))
    ends_on = day_field(_("结束日期"), hint=_("含当天;到期自动结束。"))
    reason = reason_field(_("原因"), _("例如:外出培训。将记入操作留痕。"))

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].queryset = User.objects.colleagues_of(by)  # type: ignore[attr-defined]
