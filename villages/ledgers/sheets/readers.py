"""How a cell of an item is read, and how a stored value stands in a template."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models

from villages.common.columns import Kind
from villages.common.money import yuan
from villages.common.periods import Month
from villages.common.readings import Reading
from villages.imports import cells
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.kinds import is_key, kind_of, model_field

Read = Callable[[Any, str], Reading[Any]]
YES, NO = "是", "否"


def reader_of(ledger: Ledger, item: Item) -> Read | None:
    """The reader of an item's cells; None where no cell can hold it."""
    field, kind = model_field(ledger, item), kind_of(ledger, item)
    if item.read is not None:
        return item.read  # type: ignore[no-any-return]
    if is_key(ledger, item):
        return cells.text if item.by else None
    if field.choices:
        return cells.one_of(words_for(field))
    if isinstance(field, models.JSONField | models.BinaryField):
        return None
    return _by_kind(field, kind)


def _by_kind(field: Any, kind: Kind) -> Read | None:
    match kind:
        case Kind.YUAN | Kind.WAN:
            return cells.signed_fen
        case Kind.SHARE if isinstance(field, models.DecimalField):
            return cells.percent(field.decimal_places)
        case _ if isinstance(field, models.DecimalField):
            return cells.decimal(field.decimal_places)
        case _ if isinstance(field, models.IntegerField) and kind is not Kind.MONTH:
            return cells.count if isinstance(field, _NEVER_BELOW) else cells.whole
    return _READERS.get(kind, words)


_NEVER_BELOW = (
    models.PositiveBigIntegerField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
)


def words(raw: Any, unit: str = "") -> Reading[str]:
    """Words, and numbers of papers that a spreadsheet took for numbers."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return cells.text(raw)


_READERS: dict[Kind, Read | None] = {
    Kind.INSTANT: None,
    Kind.BOOLEAN: cells.yes_no,
    Kind.MONTH: cells.month,
    Kind.DATE: cells.day,
}


def words_for(field: Any) -> dict[str, Any]:
    """Accepted words of a choice: its label, and the code itself."""
    known = [(value, str(label)) for value, label in field.flatchoices if value not in ("", None)]
    return {str(value): value for value, _label in known} | {label: value for value, label in known}


def options_of(ledger: Ledger, item: Item) -> tuple[str, ...]:
    """The words of a drop-down."""
    field = model_field(ledger, item)
    if field.choices:
        return tuple(str(label) for value, label in field.flatchoices if value not in ("", None))
    return (YES, NO) if kind_of(ledger, item) is Kind.BOOLEAN else ()


def shown(ledger: Ledger, item: Item, value: Any) -> Any:
    """A stored value as a cell of a sheet says it; what is read of it is the value again."""
    if value is None or value == "":
        return None
    field, kind = model_field(ledger, item), kind_of(ledger, item)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    match kind:
        case Kind.YUAN | Kind.WAN:
            return yuan(value)
        case Kind.SHARE:
            return f"{(Decimal(value) * 100).normalize():f}%"
        case Kind.BOOLEAN:
            return YES if value else NO
        case Kind.MONTH:
            return Month.from_number(value).code
    return value
