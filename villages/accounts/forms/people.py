"""Choosing a person from those who may be chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.accounts.models import User


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person by uid; the form says who may be chosen."""

    default_error_messages = {"invalid_choice": _("没有这个人,或不能选择。")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs |= {"to_field_name": "uid", "empty_label": _("请选择")}
        super().__init__(queryset=User.objects.none(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """Name, unit and role: two people may share a name."""
        unit = (
            f"{obj.unit_name},{obj.get_role_display()}" if obj.unit_name else obj.get_role_display()
        )
        return f"{obj.name}({unit})"
