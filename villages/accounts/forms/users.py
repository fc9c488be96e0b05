"""Accounts: opening, naming, placing."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import PLACELESS_ROLES, Role
from villages.accounts.forms.units import UnitsField, unit_choices
from villages.accounts.models import User
from villages.models import County

USERNAME = RegexValidator(
    r"^[a-z][a-z0-9._-]{2,39}$", _("用户名应为 3 到 40 位小写字母、数字、点、横线,以字母开头。")
)


REASON, TRACED = _("依据或理由"), _("将记入操作留痕。")


def reason_field(label: Any = REASON, hint: Any = TRACED) -> forms.CharField:
    """Why: kept in the trail."""
    return forms.CharField(label=label, help_text=hint, max_length=200, min_length=2)


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """A day, with the browser's own picker."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, help_text=hint, widget=widget)


class UsernameField(forms.CharField):
    """Small letters, whatever was typed."""

    def to_python(self, value: Any) -> str:
        """In small letters."""
        return str(super().to_python(value)).lower()


def username_field() -> forms.CharField:
    """A name to sign in with."""
    return UsernameField(
        label=_("用户名"),
        max_length=40,
        validators=[USERNAME],
        help_text=_("登录时使用,开设后不能更改。例如 songxiaodong。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class PersonForm(forms.Form):
    """Who gets an account."""

    name = forms.CharField(label=_("姓名"), max_length=40)
    username = username_field()
    unit_name = forms.CharField(label=_("单位"), max_length=60, required=False)

    def clean_username(self) -> str:
        """Not taken yet."""
        username = str(self.cleaned_data["username"])
        if User.objects.filter(username=username).exists():
            raise forms.ValidationError(_("这个用户名已被使用。"), code="username_taken")
        return username


class AccessFields(forms.Form):
    """Places of a role: what may be ticked hangs on the role and on the granter."""

    units = UnitsField(label=_("管辖单位"))
    ends_on = day_field(
        _("管辖截止日期"), required=False, hint=_("不填表示长期有效;到期自动失效。")
    )
    reason = reason_field()

    def __init__(
        self, *args: Any, role: str, by: User, county: County | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.role = role
        if role in PLACELESS_ROLES:
            del self.fields["units"], self.fields["ends_on"]
            return
        self.fields["units"].choices = unit_choices(role, by, county)  # type: ignore[attr-defined]

    @property
    def codes(self) -> list[str]:
        """The units that were ticked."""
        return list(self.cleaned_data.get("units") or [])


class OpenAccountForm(PersonForm, AccessFields):
    """A new account of a role that was chosen before."""

    field_order = ["name", "username", "unit_name", "units", "ends_on", "reason"]


class AccountForm(forms.Form):
    """Name and unit of an account; `version` notices that somebody was quicker."""

    name = forms.CharField(label=_("姓名"), max_length=40)
    unit_name = forms.CharField(label=_("单位"), max_length=60, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class RoleForm(forms.Form):
    """Which role: the first step of opening an account or of changing access."""

    role = forms.ChoiceField(label=_("角色"), choices=Role.choices)


class ReasonForm(forms.Form):
    """Why an account is closed, opened again, or gets a new password."""

    reason = reason_field()
