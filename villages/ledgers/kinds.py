"""What kind of value a field of a ledger holds, told from its model field."""

from functools import cache
from typing import Any

from django.db import models

from villages.common.columns import Kind
from villages.ledgers.declaring import Item, Ledger

_BY_CLASS: "tuple[tuple[type[models.Field[Any, Any]], Kind], ...]" = (
    (models.DateTimeField, Kind.INSTANT),
    (models.DateField, Kind.DATE),
    (models.BooleanField, Kind.BOOLEAN),
    (models.DecimalField, Kind.DECIMAL),
    (models.IntegerField, Kind.INTEGER),
)


def model_field(ledger: Ledger, item: Item) -> Any:
    """The field of the model behind an item."""
    return ledger.model._meta.get_field(item.name)


def is_key(ledger: Ledger, item: Item) -> bool:
    """Whether the item points at another row."""
    return bool(model_field(ledger, item).is_relation)


@cache
def kind_of(ledger: Ledger, item: Item) -> Kind:
    """Money, month, share, date and so on; a key to another row is text."""
    field = model_field(ledger, item)
    if item.kind is not None:
        return item.kind
    if field.choices:
        return Kind.CHOICE
    if by_name := _by_name(item.name):
        return by_name
    if field.is_relation:
        return Kind.TEXT
    return next((kind for model, kind in _BY_CLASS if isinstance(field, model)), Kind.TEXT)


def _by_name(name: str) -> Kind | None:
    if name.endswith("_fen"):
        return Kind.YUAN
    if name == "month" or name.endswith("_month"):
        return Kind.MONTH
    return Kind.SHARE if name.endswith("_share") else None


def may_be_empty(ledger: Ledger, item: Item) -> bool:
    """Whether nothing is an answer too."""
    field = model_field(ledger, item)
    return bool(item.find or field.null or field.blank or field.has_default())
