"""The form of one row of a ledger, for one person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Kind
from villages.ledgers.columns import VILLAGE, unit_of
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import words_of
from villages.ledgers.forms.keys import row_choice, village_choice
from villages.ledgers.forms.kinds import field_for
from villages.ledgers.forms.reading import YuanField
from villages.ledgers.kinds import is_key, kind_of, may_be_empty, model_field

# Beside the items; no item is called so.
VERSION, NOTE = "row_version", "change_note"


@dataclass(frozen=True)
class Asker:
    """Who fills the form in, for which county and day; `row` is what is changed, if any."""

    user: Any
    county: str
    on: date
    row: Any = None
    village: Any = None


class RowForm(forms.Form):
    """The asked items of a ledger; built by `row_form`."""

    ledger: Ledger

    @property
    def values(self) -> dict[str, Any]:
        """The cleaned items by name; a blank where the model has a default is that default."""
        return {
            name: _filled(self.ledger, self.ledger.item(name), self.cleaned_data[name])
            for name in self.fields
            if name not in (VERSION, NOTE) and name in self.cleaned_data
        }

    @property
    def echoes(self) -> dict[str, str]:
        """Amounts of money in 万元 by field, "" where they are small."""
        return {
            name: field.echo(self[name].value())
            for name, field in self.fields.items()
            if isinstance(field, YuanField)
        }


def row_form(ledger: Ledger, asker: Asker, data: Any = None, initial: Any = None) -> RowForm:
    """The form, filled with the row, else with `initial`, else with the model's defaults."""
    fields: dict[str, Any] = {one.name: _field(ledger, one, asker) for one in asked(ledger, asker)}
    if asker.row is not None:
        for field in fields.values():
            # So that a change by somebody else is told from one's own.
            field.show_hidden_initial = True
        fields[NOTE] = forms.CharField(
            label=_("更正说明"), required=False, max_length=200,
            help_text=_("为什么改动,将记入操作留痕。"),
        )  # fmt: skip
        fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput)
    made = type("BuiltRowForm", (RowForm,), {**fields, "ledger": ledger})
    form: RowForm = made(data, initial=_initial(ledger, asker, initial))
    return form


def asked(ledger: Ledger, asker: Asker) -> list[Item]:
    """What this person fills in: nothing restricted to others, nothing fixed by now."""
    return [
        one
        for one in ledger.asked
        if (one.seen_by is None or one.seen_by(asker.user))
        and not (one.fixed and asker.row is not None)
        and (one.open is None or one.open(asker.row or ledger.model()))
    ]


def _field(ledger: Ledger, item: Item, asker: Asker) -> forms.Field:
    words, field = words_of(ledger.key, item.name), model_field(ledger, item)
    common: dict[str, Any] = {
        "label": words.zh,
        "required": not may_be_empty(ledger, item),
        "help_text": words.hint if is_key(ledger, item) else _hint(words),
        "error_messages": {"required": _("请填写%s。") % words.zh},
    }
    if is_key(ledger, item):
        made = _key_field(item, field, asker, common)
    else:
        made = field_for(
            kind_of(ledger, item), choices=field.choices, wide=item.wide,
            places=getattr(field, "decimal_places", 0) or 0,
            most=field.max_length, nullable=field.null, **common,
        )  # fmt: skip
    made.unit = unit_of(ledger, item)  # type: ignore[attr-defined]
    return made


def _key_field(item: Item, field: Any, asker: Asker, common: dict[str, Any]) -> forms.Field:
    rest = {**common, "empty_label": _("请选择") if common["required"] else _("未填")}
    keep = getattr(asker.row, item.name) if asker.row is not None else None
    if item.name == VILLAGE:
        chosen = village_choice(asker.user, asker.county, asker.on, keep, **rest)
    else:
        chosen = row_choice(field.related_model, asker.user, asker.county, asker.village, **rest)
        chosen.queryset = chosen.queryset.complex_filter(field.get_limit_choices_to())
    return chosen  # type: ignore[no-any-return]


def _hint(words: Any) -> str:
    """The definition, and one example."""
    return f"{words.hint}{_('例如:%s。') % words.example}" if words.example else str(words.hint)


def _initial(ledger: Ledger, asker: Asker, given: Any) -> dict[str, Any]:
    if asker.row is None:
        return {**_defaults(ledger), **(given or {})}
    row = {one.name: getattr(asker.row, one.name) for one in asked(ledger, asker)}
    return {**row, VERSION: asker.row.version, **(given or {})}


def _defaults(ledger: Ledger) -> dict[str, Any]:
    fields = {one.name: model_field(ledger, one) for one in ledger.asked}
    return {name: field.get_default() for name, field in fields.items() if field.has_default()}


def _filled(ledger: Ledger, item: Item, value: Any) -> Any:
    field = model_field(ledger, item)
    if value is None and not field.null and field.has_default():
        return field.get_default()
    if value is None and kind_of(ledger, item) in (Kind.TEXT, Kind.CHOICE) and not field.null:
        return ""
    if value == "" and field.choices and field.null:
        return None
    return value
