"""How each kind of value stands on the wire: written as JSON, read from a parameter, in the schema.

Readers raise ValueError; the text of the error is never shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from villages.common.clock import ZONE
from villages.common.columns import Kind
from villages.common.money import json_yuan, to_fen
from villages.common.periods import Month
from villages.rest.fields import Field

LARGEST = 2**31 - 1
LONGEST = 200
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_NUMBER = re.compile(r"^-?\d{1,15}(\.\d{1,6})?$")


@dataclass(frozen=True)
class Wire:
    """One kind: JSON schema, reader of parameters, writer of JSON (None: the value as it is)."""

    schema: dict[str, Any]
    read: Callable[[str], Any]
    write: Callable[[Any], Any] | None = None


def _text(raw: str) -> str:
    if len(raw) > LONGEST:
        raise ValueError("long")
    # No stored text holds NUL, and PostgreSQL refuses it: it simply matches nothing.
    return raw.replace("\x00", "\ufffd")


def _integer(raw: str) -> int:
    if not re.fullmatch(r"-?\d{1,10}", raw, re.ASCII) or abs(int(raw)) > LARGEST:
        raise ValueError("integer")
    return int(raw)


def _decimal(raw: str) -> Decimal:
    if not _NUMBER.match(raw) or not raw.isascii():
        raise ValueError("decimal")
    try:
        return Decimal(raw)
    except InvalidOperation as error:
        raise ValueError("decimal") from error


def _boolean(raw: str) -> bool:
    if raw not in {"true", "false"}:
        raise ValueError("boolean")
    return raw == "true"


def read_day(raw: str) -> date:
    """A day written YYYY-MM-DD and nothing else."""
    if not _DAY.match(raw) or not raw.isascii():
        raise ValueError("day")
    return date.fromisoformat(raw)


def _instant(raw: str) -> datetime:
    # A bare day means its first moment in the county's own time zone.
    moment = datetime.fromisoformat(raw.replace(" ", "+"))
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


def write_instant(value: datetime) -> str:
    """ISO 8601 in +08:00, to the second."""
    return value.astimezone(ZONE).isoformat(timespec="seconds")


def _month(raw: str) -> int:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", raw, re.ASCII) or raw.startswith("0000"):
        raise ValueError("month")
    return int(raw.replace("-", ""))


def _write_month(value: int) -> str:
    return Month.from_number(value).code


_NUMBER_TEXT = {"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"}
_STRING = Wire({"type": "string"}, _text)
_DECIMAL = Wire(_NUMBER_TEXT, _decimal, str)

WIRES = {
    Kind.TEXT: _STRING,
    Kind.CODE: _STRING,
    Kind.CHOICE: _STRING,
    Kind.COLOUR: Wire({"type": "string", "enum": ["red", "yellow", "green", "grey"]}, _text),
    Kind.INTEGER: Wire({"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}, _integer),
    Kind.DECIMAL: _DECIMAL,
    Kind.SHARE: _DECIMAL,
    Kind.YUAN: Wire(_NUMBER_TEXT, lambda raw: to_fen(_decimal(raw)), json_yuan),
    Kind.WAN: Wire(_NUMBER_TEXT, lambda raw: to_fen(_decimal(raw)), json_yuan),
    Kind.DATE: Wire({"type": "string", "format": "date"}, read_day),
    Kind.INSTANT: Wire({"type": "string", "format": "date-time"}, _instant, write_instant),
    Kind.MONTH: Wire(
        {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}, _month, _write_month
    ),
    Kind.BOOLEAN: Wire({"type": "boolean"}, _boolean),
}


def reader_of(field: Field) -> Callable[[str], Any]:
    """Reads one value of this field from a parameter; choices and patterns are kept to."""
    read = WIRES[field.kind].read
    allowed = frozenset(map(str, field.choices.values)) if field.choices else None
    pattern = re.compile(field.pattern) if field.pattern else None

    def checked(raw: str) -> Any:
        if allowed is not None and raw not in allowed:
            raise ValueError("choice")
        if pattern is not None and not (raw.isascii() and pattern.search(raw)):
            raise ValueError("pattern")
        return read(raw)

    return checked


def writer_of(field: Field) -> Callable[[Any], Any] | None:
    """Turns a stored value into its JSON value; None where it already is one."""
    write = field.show or WIRES[field.kind].write
    if write is None:
        return None
    if field.show is not None or not field.nullable:
        return write
    return lambda value: None if value is None else write(value)


def schema_of(field: Field) -> dict[str, Any]:
    """JSON schema of one value of this field, without nulls."""
    schema = dict(WIRES[field.kind].schema)
    if field.choices:
        schema["enum"] = list(field.choices.values)
    if field.pattern:
        schema["pattern"] = field.pattern
    return schema
