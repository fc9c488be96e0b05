"""Name and password."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from villages.accounts.models import User

WRONG = _("用户名或密码不正确。请核对大小写后重试。")


class SignInForm(forms.Form):
    """One text for every refusal: it must not tell which names exist."""

    username = forms.CharField(
        label=_("用户名"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("密码"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: User | None = None

    def clean(self) -> dict[str, Any]:
        """Tries the password only when both fields are there."""
        data = super().clean() or {}
        if "username" in data and "password" in data:
            self.user = authenticate(self.request, **data)
            if self.user is None:
                raise forms.ValidationError(WRONG, code="sign_in_refused")
        return data

    @property
    def was_tried(self) -> bool:
        """Whether a password was tried and refused."""
        return bool(self.has_error(NON_FIELD_ERRORS, "sign_in_refused"))


class ConfirmPasswordForm(forms.Form):
    """The password again, before a weighty act."""

    password = forms.CharField(
        label=_("密码"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """Wrong ones count towards the lock like those of the sign-in page."""
        password = str(self.cleaned_data["password"])
        username = self.request.user.get_username()
        if authenticate(self.request, username=username, password=password) is None:
            raise forms.ValidationError(_("密码不正确,请重新输入。"), code="wrong")
        return password
