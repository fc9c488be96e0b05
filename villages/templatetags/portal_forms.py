"""Tags that draw forms: inputs with our classes, errors with the place to jump to."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django import forms, template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

SEVERAL = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@dataclass(frozen=True)
class Problem:
    """One error of a form; `target` is the id of the input, empty for the form as a whole."""

    text: str
    target: str = ""


@register.simple_tag
def widget(field: BoundField) -> SafeString:
    """The input of a field with the classes that its kind of widget needs."""
    shown = field.field.widget
    if isinstance(shown, forms.NumberInput):
        # A number input drops what it cannot read; people should see what they typed.
        shown.input_type, shown.attrs["inputmode"] = "text", "decimal"
    own = shown.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{_css_class(shown)} {own}".strip()})


@register.simple_tag
def before(field: BoundField) -> SafeString:
    """What stood in the field when the form was opened, unseen."""
    return field.as_hidden(only_initial=True)


def _css_class(shown: forms.Widget) -> str:
    if isinstance(shown, SEVERAL):
        return "choice-list"
    if isinstance(shown, forms.CheckboxInput):
        return "form-check-input"
    if isinstance(shown, forms.Select):
        return "form-select"
    number = isinstance(shown, forms.NumberInput) or shown.attrs.get("inputmode") == "decimal"
    return "form-control num form-control--short" if number else "form-control"


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the label stands behind the input."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.simple_tag
def problems(form: Any = None, several: Any = None, formset: Any = None) -> list[Problem]:
    """All errors of a form, of several, or of a formset: those of the whole before its fields."""
    found = [Problem(str(error)) for error in formset.non_form_errors()] if formset else []
    shown = [form] if form else [*(several or ()), *(formset.forms if formset else ())]
    return found + [problem for one in shown for problem in _problems(one)]


def _problems(form: BaseForm) -> Iterable[Problem]:
    whole = (Problem(str(error)) for error in form.non_field_errors())
    return chain(whole, *(_field_problems(field) for field in form if field.errors))


def _field_problems(field: BoundField) -> list[Problem]:
    target = "" if field.is_hidden else _focus_id(field)
    return [Problem(_with_label(field, str(error)), target) for error in field.errors]


def _with_label(field: BoundField, error: str) -> str:
    """In the summary an error stands far from its field, so it names it."""
    return error if str(field.label) in error else f"{field.label}:{error}"


def _focus_id(field: Any) -> str:
    """Groups of radio buttons and checkboxes take the focus on their first choice."""
    if isinstance(field.field.widget, SEVERAL):
        return f"{field.auto_id}_0"
    return str(field.id_for_label or field.auto_id)
