"""The first people and the first county."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts import setup_code
from villages.accounts.actions.first_run import CountyFacts, Person
from villages.accounts.choices import Role
from villages.accounts.forms.users import PersonForm, username_field
from villages.common.codes import Level, checked
from villages.common.errors import DomainError


class CodeForm(forms.Form):
    """The set-up code of this installation."""

    code = forms.CharField(
        label=_("设置码"),
        max_length=40,
        help_text=_("启动窗口中显示,也保存在数据目录的 setup_code 文件中。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        """Compared in constant time."""
        code = str(self.cleaned_data["code"])
        if not setup_code.fits(code):
            raise forms.ValidationError(_("设置码不正确,请核对启动窗口中的设置码。"))
        return code


class CountyForm(forms.Form):
    """The county by code and name."""

    code = forms.CharField(
        label=_("区划代码"),
        max_length=12,
        help_text=_("6 位统计用区划代码。"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    name = forms.CharField(label=_("县名"), max_length=60, help_text=_("例如 青原县。"))
    province_name = forms.CharField(label=_("省份"), max_length=30, required=False)
    city_name = forms.CharField(label=_("市州"), max_length=30, required=False)
    department_name = forms.CharField(
        label=_("部门名称"),
        max_length=60,
        required=False,
        help_text=_("用于通报落款;不填时为“中共某县委组织部”。"),
    )
    hotline = forms.CharField(label=_("联系电话"), max_length=40, required=False)

    def clean_code(self) -> str:
        """Six digits of a possible code."""
        try:
            code = checked(str(self.cleaned_data["code"]))
        except DomainError as error:
            raise forms.ValidationError(str(error), code=error.code) from error
        if len(code) != Level.COUNTY:
            raise forms.ValidationError(_("县的区划代码应为 6 位数字。"), code="code_invalid")
        return code

    @property
    def facts(self) -> CountyFacts:
        """As the action takes it."""
        return CountyFacts(**self.cleaned_data)


class SecurityForm(PersonForm):
    """The first security administrator of a county."""

    @property
    def person(self) -> Person:
        """As the action takes it."""
        return Person(**self.cleaned_data)


class AdministratorsForm(forms.Form):
    """Three administrators, three different people."""

    system_admin_name = forms.CharField(label=_("系统管理员姓名"), max_length=40)
    system_admin_username = username_field()
    security_admin_name = forms.CharField(label=_("安全管理员姓名"), max_length=40)
    security_admin_username = username_field()
    audit_admin_name = forms.CharField(label=_("审计管理员姓名"), max_length=40)
    audit_admin_username = username_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN):
            label = _("%(role)s用户名") % {"role": role.label}
            self.fields[f"{role.value}_username"].label = label

    def clean(self) -> dict[str, Any]:
        """Three names, three user names."""
        data = super().clean() or {}
        for kind, text in (("name", _("三员应是三个不同的人。")), ("username", _("用户名重复。"))):
            self._all_different(data, kind, text)
        return data

    def _all_different(self, data: dict[str, Any], kind: str, text: Any) -> None:
        seen: set[str] = set()
        for field in (name for name in self.fields if name.endswith(f"_admin_{kind}")):
            if field in data and data[field] in seen:
                self.add_error(field, text)
            seen.add(data.get(field, ""))

    @property
    def people(self) -> dict[str, Person]:
        """By role, as the action takes it."""
        data = self.cleaned_data
        roles = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
        return {
            role: Person(data[f"{role.value}_username"], data[f"{role.value}_name"])
            for role in roles
        }
