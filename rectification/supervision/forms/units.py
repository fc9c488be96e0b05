"""The choice of units for a draft: one small form a unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.arranging import Wanted
from rectification.supervision.choices import UnitRole
from rectification.supervision.figures.owed import Owed
from rectification.supervision.models import OrderUnit
from villages.imports.forms.months import day_input


class UnitForm(forms.Form):
    """Whether the unit is addressed, in which role, by when, and who is in charge there."""

    chosen = forms.BooleanField(required=False)
    role = forms.TypedChoiceField(
        label=_("分工"), choices=UnitRole.choices, initial=UnitRole.LEAD, required=False,
        empty_value=UnitRole.LEAD,
    )  # fmt: skip
    due_on = forms.DateField(label=_("单独的时限"), required=False, widget=day_input())
    person = forms.CharField(label=_("责任人"), max_length=40, required=False)


@dataclass(frozen=True)
class UnitLine:
    """One unit with its form, and what it already owes."""

    wanted: Wanted
    form: UnitForm
    owed: Owed

    @property
    def name(self) -> str:
        """The unit as printed."""
        return self.wanted.unit.name

    @property
    def chosen(self) -> Wanted | None:
        """The answer of a valid form; None where the unit is not addressed."""
        given = dict(self.form.cleaned_data)
        if not given.pop("chosen"):
            return None
        return Wanted(self.wanted.unit, **given)


def unit_lines(
    units: Iterable[Any], parts: dict[str, OrderUnit], owed: dict[str, Owed], data: Any
) -> list[UnitLine]:
    """A line for every unit, filled with what the draft says of it."""
    return [_line(Wanted(one), parts, owed, data) for one in units]


def _line(
    wanted: Wanted, parts: dict[str, OrderUnit], owed: dict[str, Owed], data: Any
) -> UnitLine:
    part = parts.get(wanted.key)
    initial = {"chosen": bool(part)}
    if part:
        initial |= {name: getattr(part, name) for name in ("role", "due_on", "person")}
    form = UnitForm(data, prefix=wanted.key, initial=initial)
    for name, label in (("chosen", "%s"), ("role", _("%s的分工")), ("due_on", _("%s单独的时限")),
                        ("person", _("%s的责任人"))):  # fmt: skip
        form.fields[name].widget.attrs["aria-label"] = str(label) % wanted.unit.name
    return UnitLine(wanted, form, owed.get(wanted.key, Owed()))
