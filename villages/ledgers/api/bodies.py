"""Bodies of ledgers: what may be sent, read strictly, as values of the model."""

from collections.abc import Mapping
from typing import Any

from django.core.validators import BaseValidator, MaxValueValidator, MinValueValidator
from django.db import models

from villages.common.columns import Kind
from villages.ledgers.api.fields import of_item
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.kinds import may_be_empty, model_field
from villages.rest.fields import Input
from villages.rest.wire import LARGEST
from villages.rest.writing import WriteSerializer

_LONG_TEXT = 5_000


def serializer_of(ledger: Ledger) -> type[WriteSerializer]:
    """Reads one row: the items that are asked."""
    inputs = tuple(input_of(ledger, item) for item in ledger.asked)
    return type(f"{ledger.model.__name__}Body", (WriteSerializer,), {"inputs": inputs})


def input_of(ledger: Ledger, item: Item) -> Input:
    """One member of a row's body."""
    field, model = next(of_item(ledger, item)), model_field(ledger, item)
    low, high = _bounds(model) if field.kind is Kind.INTEGER else (None, None)
    longest = model.max_length or (_LONG_TEXT if isinstance(model, models.TextField) else None)
    return Input(
        field, required=not may_be_empty(ledger, item), low=low, high=high, max_length=longest
    )


def _bounds(model: Any) -> tuple[int | None, int | None]:
    """What the column holds, narrowed by what the model says."""
    low = max(_limits(model, MinValueValidator), default=-LARGEST)
    high = min(_limits(model, MaxValueValidator), default=LARGEST)
    return max(low, -LARGEST), min(high, LARGEST)


def _limits(model: Any, kind: type[BaseValidator]) -> list[int]:
    return [int(one.limit_value) for one in model.validators if type(one) is kind]


def stored_form(ledger: Ledger, given: Mapping[str, Any]) -> dict[str, Any]:
    """Read values as the model keeps them: no code and no text are empty, not null."""
    found = {}
    for name, value in given.items():
        field = model_field(ledger, ledger.item(name))
        is_text = isinstance(field, models.CharField | models.TextField)
        found[name] = "" if value is None and is_text and not field.null else value
    return found
