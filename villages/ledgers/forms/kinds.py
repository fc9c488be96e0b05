"""The form field that fits a kind of value."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Kind
from villages.ledgers.forms.reading import (
    DayField,
    MonthField,
    NumberField,
    ShareField,
    YuanField,
)
from villages.lists.cells import labels

_BLANK = _("请选择")
_EMPTY = _("未填")


def field_for(
    kind: Kind,
    *,
    choices: Any = None,
    places: int = 0,
    most: int | None = None,
    wide: bool = False,
    nullable: bool = False,
    **common: Any,
) -> forms.Field:
    """A field of this kind; `common` is what every field takes (label, required, help_text)."""
    if choices:
        blank = _BLANK if common.get("required") else _EMPTY
        pairs = [("", blank), *labels(choices).items()]
        return forms.ChoiceField(choices=pairs, **common)
    if kind is Kind.BOOLEAN:
        return _boolean(nullable=nullable, **common)
    if simple := _SIMPLE.get(kind):
        return simple(**common)
    if kind in (Kind.INTEGER, Kind.DECIMAL):
        return NumberField(places=places if kind is Kind.DECIMAL else 0, **_decimal(common))
    return _text(most=most, wide=wide, **common)


def _instant(**common: Any) -> forms.Field:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(widget=widget, **common)


_ECHOED = {"data-portal-yuan": True}
_SIMPLE: dict[Kind, Callable[..., forms.Field]] = {
    Kind.YUAN: lambda **common: YuanField(**_decimal(common, **_ECHOED)),
    Kind.WAN: lambda **common: YuanField(**_decimal(common, **_ECHOED)),
    Kind.SHARE: lambda **common: ShareField(**_decimal(common)),
    Kind.MONTH: MonthField,
    Kind.DATE: DayField,
    Kind.INSTANT: _instant,
}


def _decimal(common: dict[str, Any], **more: Any) -> dict[str, Any]:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "maxlength": "30", **more})
    return {"widget": widget, **common}


def _boolean(*, nullable: bool, **common: Any) -> forms.Field:
    if not nullable and not common.get("required"):
        return forms.BooleanField(**common)
    # Unknown is an answer of its own, and so is not having been asked.
    pairs = [("", _EMPTY if nullable else _BLANK), ("True", _("是")), ("False", _("否"))]
    return forms.TypedChoiceField(
        choices=pairs, coerce=lambda value: value == "True", empty_value=None, **common
    )


def _text(*, most: int | None, wide: bool, **common: Any) -> forms.Field:
    if not wide:
        return forms.CharField(max_length=most, **common)
    return forms.CharField(max_length=most, widget=forms.Textarea(attrs={"rows": 3}), **common)
