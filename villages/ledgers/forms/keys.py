"""Selects of villages and of rows, grouped by where they belong."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q
from django.forms.models import ModelChoiceIterator

from villages.ledgers.finding import row_name
from villages.models import Village


class _Groups(ModelChoiceIterator):  # type: ignore[type-arg]
    """Options in groups; rows come in the order of their groups."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        group_of = self.field.group_of  # type: ignore[attr-defined]
        for label, rows in groupby(self.queryset, key=group_of):
            yield from self._group(label, rows)

    def _group(self, label: str, rows: Any) -> Iterator[Any]:
        options = [self.choice(row) for row in rows]
        yield from [(label, options)] if label else options


class GroupedChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A select of rows by their public key; `group_of(row)` names the group, "" for none."""

    iterator = _Groups

    def __init__(self, queryset: Any, *, group_of: Callable[[Any], str], **options: Any) -> None:
        self.group_of = group_of
        super().__init__(queryset, **options)

    def label_from_instance(self, obj: Any) -> str:
        """The row as people call it."""
        return obj.name if isinstance(obj, Village) else row_name(obj)


def village_choice(user: Any, county: str, on: date, keep: Any = None, **rest: Any) -> Any:
    """The villages that the person may write about, by township; `keep` is the row's own one."""
    rows = Village.objects.visible_to(user).on(on)
    rows = rows.in_county(county) if county else rows.none()
    if keep is not None:
        rows = Village.objects.visible_to(user).filter(Q(pk__in=rows.values("pk")) | Q(pk=keep.pk))
    rows = rows.select_related("township").order_by("code")
    return GroupedChoice(
        rows, group_of=lambda row: str(row.township.name), to_field_name="code", **rest
    )


def row_choice(model: Any, user: Any, county: str, village: Any = None, **rest: Any) -> Any:
    """Visible rows of one county; of one village alone where it is known."""
    rows = model.objects.visible_to(user)
    rows = rows.in_county(county) if county else rows.none()
    if not _has_village(model):
        return GroupedChoice(rows, group_of=lambda row: "", to_field_name=public_key(model), **rest)
    rows = rows.filter(village=village) if village is not None else rows
    rows = rows.select_related("village__township").order_by("village__code", *_order(model))
    return GroupedChoice(
        rows, group_of=lambda row: row.village.full_name if row.village else "",
        to_field_name=public_key(model),
        **rest,
    )  # fmt: skip


def public_key(model: Any) -> str:
    """By what pages and programs name a row."""
    names = {field.name for field in model._meta.fields}
    return next((name for name in ("uid", "code") if name in names), "pk")


def _has_village(model: Any) -> bool:
    return any(field.name == "village" for field in model._meta.fields)


def _order(model: Any) -> tuple[str, ...]:
    return tuple(model._meta.ordering) or ("pk",)
