"""The search criteria of a ledger's list, from its declaration."""

from collections.abc import Callable
from functools import cache
from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common.columns import Kind
from villages.common.periods import Month
from villages.ledgers.columns import VILLAGE
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.dictionary import words_of
from villages.ledgers.finding import row_name
from villages.ledgers.forms.keys import public_key
from villages.ledgers.forms.reading import MonthField
from villages.ledgers.kinds import is_key, kind_of, model_field
from villages.lists.townships import townships_at_hand
from villages.models import Village

# Without the first a list that nobody asked anything of would seem to show one half.
_BOOLEAN = (("", _("全部")), ("true", _("是")), ("false", _("否")))


@cache
def filter_class(ledger: Ledger) -> Any:
    """Township, chosen items, the time of the ledger; hidden ones that links from pages use."""
    found: dict[str, Any] = {
        **_places(ledger),
        **_chosen(ledger),
        **_time(ledger),
        **{name: _worded(one) for name, one in ledger.criteria.items()},
    }
    found |= {name: one for name, one in _links(ledger).items() if name not in found}
    meta = type("Meta", (), {"model": ledger.model, "fields": []})
    return type("LedgerFilter", (django_filters.FilterSet,), {**found, "Meta": meta})


class _YesOrNo(django_filters.widgets.BooleanWidget):  # type: ignore[misc]
    """Open, yes or no, in the words of the other criteria."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.choices = list(_BOOLEAN)


def _worded(criterion: Any) -> Any:
    if isinstance(criterion, django_filters.BooleanFilter):
        criterion.extra["widget"] = _YesOrNo
    return criterion


def _places(ledger: Ledger) -> dict[str, Any]:
    if not ledger.about_village:
        return {}
    township = django_filters.ModelChoiceFilter(
        field_name="village__township", label=_("乡镇"), queryset=townships_at_hand,
        to_field_name="code", empty_label=_("全部乡镇"),
    )  # fmt: skip
    return {"township": township}


def _chosen(ledger: Ledger) -> dict[str, Any]:
    chosen = [one for one in ledger.items if one.chosen and not one.seen_by]
    return {one.name: _filter(ledger, one) for one in chosen if one.name != VILLAGE}


def _filter(ledger: Ledger, item: Item) -> Any:
    label = words_of(ledger.key, item.name).zh
    field = model_field(ledger, item)
    if is_key(ledger, item):
        return _Key(label=label, queryset=_visible(field),
                    to_field_name=public_key(field.related_model))  # fmt: skip
    if field.choices:
        return django_filters.ChoiceFilter(label=label, choices=field.choices)
    if kind_of(ledger, item) is Kind.BOOLEAN:
        return django_filters.TypedChoiceFilter(
            label=label, choices=_BOOLEAN, coerce=lambda value: value == "true"
        )
    if kind_of(ledger, item) is Kind.MONTH:
        return _MonthFilter(label=label)
    if kind_of(ledger, item) is Kind.DATE:
        return django_filters.DateFromToRangeFilter(label=label)
    return django_filters.CharFilter(label=label, lookup_expr="icontains")


def _time(ledger: Ledger) -> dict[str, Any]:
    """From and to, over the field whose month guards the rows."""
    if not ledger.month:
        return {}
    label = words_of(ledger.key, ledger.month).zh
    if kind_of(ledger, ledger.item(ledger.month)) is Kind.DATE:
        return {ledger.month: django_filters.DateFromToRangeFilter(label=label)}
    ends = (("from", _("%s从"), "gte"), ("to", _("%s到"), "lte"))
    return {
        f"{ledger.month}_{end}": _MonthFilter(
            field_name=ledger.month, label=words % label, lookup_expr=lookup
        )
        for end, words, lookup in ends
    }


def _links(ledger: Ledger) -> dict[str, Any]:
    """Keys without a place in the form: a page of a village or of a whole leads here with them."""
    keys = [one for one in ledger.items if is_key(ledger, one) and not one.seen_by]
    return {
        one.name: _Key(
            label=words_of(ledger.key, one.name).zh, widget=forms.HiddenInput,
            queryset=_visible(model_field(ledger, one)),
            to_field_name=public_key(model_field(ledger, one).related_model),
        )
        for one in keys
    }  # fmt: skip


class _KeyField(django_filters.fields.ModelChoiceField):  # type: ignore[misc]
    """Rows under the names that people call them by."""

    def label_from_instance(self, obj: Any) -> str:
        return row_name(obj)


class _Key(django_filters.ModelChoiceFilter):  # type: ignore[misc]
    field_class = _KeyField


class _MonthValue(MonthField):
    """A month that reads as such in the conditions above a list."""

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        return None if number is None else Month.from_number(number)


class _MonthFilter(django_filters.Filter):  # type: ignore[misc]
    field_class = _MonthValue

    def filter(self, qs: Any, value: Month | None) -> Any:
        """Rows by the stored number of the month."""
        return super().filter(qs, value.number) if value else qs


def _visible(field: Any) -> Callable[[Any], Any]:
    model, limit = field.related_model, field.get_limit_choices_to()

    def rows(request: Any) -> Any:
        found = model.objects.visible_to(request.user).complex_filter(limit)
        found = found.in_county(request.county.code) if request.county else found.none()
        return found.select_related("township") if model is Village else found

    return rows
