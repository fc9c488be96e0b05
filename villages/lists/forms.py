"""What people say about their lists."""

import re
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from villages.common.text import clean
from villages.lists.choices import PAGE_SIZES, Density

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MOST_COLUMNS = 80


class SettingsForm(forms.Form):
    """Density and page size; the columns come as one box and one place each."""

    density = forms.ChoiceField(choices=Density.choices)
    page_size = forms.TypedChoiceField(choices=[(one, one) for one in PAGE_SIZES], coerce=int)

    def chosen_columns(self) -> list[str]:
        """The ticked columns by their place; equal places keep the order of the form."""
        data: Any = self.data
        keys = [key for key in data.getlist("columns") if _KEY.fullmatch(key)][:_MOST_COLUMNS]
        return sorted(dict.fromkeys(keys), key=lambda key: _place(data.get(f"place_{key}", "")))


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 999


class NameForm(forms.Form):
    """The name of a saved view."""

    name = forms.CharField(
        label=_("视图名称"),
        max_length=30,
        error_messages={
            "required": _("请填写视图名称。"),
            "max_length": _("视图名称最多 30 个字。"),
        },
    )

    def clean_name(self) -> str:
        """The name without odd spaces."""
        return clean(self.cleaned_data["name"])


class ShareForm(forms.Form):
    """With whom a view is shared: everybody in the county, for one role as the first view."""

    role = forms.ChoiceField(label=_("设为该角色打开列表时的默认视图"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["role"]
        field.choices = self.role_choices()

    @staticmethod
    def role_choices() -> list[tuple[str, Any]]:
        """Nobody first, then every role."""
        roles = get_user_model()._meta.get_field("role").flatchoices
        return [("", _("不设为默认")), *roles]
