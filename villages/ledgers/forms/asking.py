"""The form of a verb, from what it asks."""

from typing import Any

from django import forms

from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Verb
from villages.ledgers.forms.building import VERSION
from villages.ledgers.forms.kinds import field_for

_PLACES = 2


class AskForm(forms.Form):
    """What a verb asks; built by `ask_form`."""

    @property
    def answers(self) -> dict[str, Any]:
        """The cleaned answers by name, as the action takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != VERSION}


def ask_form(verb: Verb, row: Any, data: Any = None) -> AskForm:
    """The form about a row; it carries the version that the person saw."""
    fields: dict[str, Any] = {one.name: _field(one, row) for one in verb.asks}
    fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput)
    form: AskForm = type("BuiltAskForm", (AskForm,), fields)(data, initial={VERSION: row.version})
    return form


class ManyForm(forms.Form):
    """What a verb asks once for several rows; built by `many_form`."""

    verb: Verb
    blank: Any
    today: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {one.name: _field(one, self.blank) for one in self.verb.asks}
        if day := own.get("on"):
            day.initial = self.today
        self.fields.update(own)


def many_form(verb: Verb, blank: Any, today: Any) -> type[ManyForm]:
    """The form about several rows. `blank` is a row that says of which county they are; its
    options are read when the form is shown."""
    return type("BuiltManyForm", (ManyForm,), {"verb": verb, "blank": blank, "today": today})


def _field(ask: Ask, row: Any) -> forms.Field:
    choices = list(ask.options(row)) if ask.options else ask.choices
    made = field_for(
        ask.kind, choices=choices, places=_PLACES, most=ask.most, wide=ask.wide,
        label=ask.zh, required=ask.required, help_text=ask.about_zh,
    )  # fmt: skip
    made.unit = ask.unit or _UNITS.get(ask.kind, "")  # type: ignore[attr-defined]
    return made


_UNITS = {Kind.YUAN: "元", Kind.WAN: "元", Kind.SHARE: "%"}
