"""What a field of a ledger is on the wire: its kind, codes, filters and order; what keys are."""

from typing import Any

from django.db import models

from villages.common.columns import Kind
from villages.ledgers.api.choices import are_codes, choices_of
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.kinds import kind_of, model_field

EXACT, _RANGE = ("exact", "in"), ("exact", "gte", "lte")
_RANGED = frozenset({Kind.MONTH, Kind.DATE, Kind.YUAN, Kind.WAN, Kind.INTEGER, Kind.DECIMAL})
# What rows are called that have neither uid nor code.
_NAMES = ("name", "title", "label", "text")


def identity_of(ledger: Ledger, item: Item) -> str:
    """What names the other row in addresses and bodies: its uid, of places the code. Rows that
    have neither are only called by name."""
    related = model_field(ledger, item).related_model
    known = {field.name for field in related._meta.fields}
    return next(name for name in ("uid", "code", item.by, *_NAMES) if name in known)


def shape_of(ledger: Ledger, item: Item) -> dict[str, Any]:
    """Kind, codes, filters and order of a plain value."""
    field, kind = model_field(ledger, item), kind_of(ledger, item)
    ordered = item.listed and not item.wide
    if are_codes(field):
        near = f"{ledger.model.__module__}.{item.name}"
        return {"kind": Kind.CHOICE, "choices": choices_of(field.choices, near),
                "filters": EXACT, "orders": ordered, **_or_nothing(field)}  # fmt: skip
    if field.choices:
        return {"kind": Kind.INTEGER, "filters": EXACT, "orders": ordered}
    return {"kind": kind, "filters": _lookups(ledger, item, kind), "orders": ordered}


def _or_nothing(field: Any) -> dict[str, Any]:
    """A code that may be left out stands as null on the wire, not as an empty text."""
    if not field.blank or field.null:
        return {}
    return {"nullable": True, "show": lambda value: value or None}


def _lookups(ledger: Ledger, item: Item, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.BOOLEAN:
        return ("exact",)
    if kind in _RANGED and item.listed:
        return _RANGE
    named = item.name in ledger.natural_key or item.name in ledger.search
    field = model_field(ledger, item)
    return ("exact", "contains") if named and isinstance(field, models.CharField) else ()
