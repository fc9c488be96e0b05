"""A new password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from villages.accounts.forms.sign_in import ConfirmPasswordForm


def _new(label: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, max_length=1024, strip=False, widget=widget)


class PasswordForm(ConfirmPasswordForm):
    """The present password, and the new one twice."""

    new = _new(_("新密码"))
    again = _new(_("再输入一次新密码"))

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["password"].label = _("现在的密码")

    def clean_new(self) -> str:
        """Held against the rules of the profile."""
        new = str(self.cleaned_data["new"])
        validate_password(new, self.request.user)  # type: ignore[arg-type]
        return new

    def clean(self) -> dict[str, Any]:
        """Both times the same."""
        data = super().clean() or {}
        if "new" in data and data.get("again") != data["new"]:
            self.add_error("again", _("两次输入的新密码不一致,请重新输入。"))
        return data
