"""Makes the form of a filter set look as the rest of the product does."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

_LIBRARY_BLANK = "---------"


def dress(form: Any) -> Any:
    """Native date inputs, 全部 for "no condition", a label on each end of a range."""
    for field in form.fields.values():
        _name_blank(field)
        parts = getattr(field, "fields", (field,))
        inputs = getattr(field.widget, "widgets", [field.widget])
        for part, shown in zip(parts, inputs, strict=False):
            _use_native_input(part, shown)
        if isinstance(field.widget, forms.MultiWidget):
            _label_ends(field)
    return form


def is_range(field: Any) -> bool:
    """Whether the field has two ends."""
    return isinstance(field.field.widget, forms.MultiWidget)


def _name_blank(field: Any) -> None:
    if getattr(field, "empty_label", None) == _LIBRARY_BLANK:
        field.empty_label = _("全部")
        # A select keeps the choices it was given first: give them again.
        field.widget.choices = field.choices
    if type(field.widget).__name__ == "BooleanWidget":
        field.widget.choices = [("", _("全部")), ("true", _("是")), ("false", _("否"))]


def _use_native_input(part: forms.Field, widget: Any) -> None:
    if not isinstance(part, forms.DateField) or not isinstance(widget, forms.TextInput):
        return
    native: Any = widget
    native.input_type, native.format_value = "date", _iso_day


def _iso_day(value: Any) -> str | None:
    """A day as native inputs want it; what was typed stays as it was typed."""
    if value in (None, ""):
        return None
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _label_ends(field: Any) -> None:
    for part, word in zip(field.widget.widgets, (_("从"), _("到")), strict=False):
        part.attrs["aria-label"] = f"{field.label} {word}"
        if isinstance(part, forms.TextInput):
            part.attrs.setdefault("placeholder", word)
