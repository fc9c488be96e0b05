"""Pages by key: a total order, an opaque signed cursor, stable while rows are inserted."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

import orjson
from django.db.models import F, Q
from django.utils.crypto import constant_time_compare, salted_hmac

from villages.common.columns import Kind
from villages.rest.fields import Field
from villages.rest.problems import Problem

_SIGNATURE = 12
_READ: dict[Kind, Callable[[Any], Any]] = {
    Kind.DATE: date.fromisoformat,
    Kind.INSTANT: datetime.fromisoformat,
    Kind.DECIMAL: Decimal,
    Kind.SHARE: Decimal,
}


@dataclass(frozen=True)
class Key:
    """One part of the order: nulls stand last, whichever way it runs."""

    field: Field
    descending: bool = False

    @property
    def path(self) -> str:
        """The lookup that is read."""
        return self.field.path

    def expression(self, backward: bool) -> Any:
        """The ORDER BY term."""
        falling = self.descending != backward
        if not self.field.nullable:
            return F(self.path).desc() if falling else F(self.path).asc()
        nulls: dict[str, Any] = {"nulls_first": True} if backward else {"nulls_last": True}
        return F(self.path).desc(**nulls) if falling else F(self.path).asc(**nulls)

    def beyond(self, value: Any, backward: bool) -> Q | None:
        """Rows after this value in the direction of reading; None where there can be none."""
        if value is None:
            return Q(**{f"{self.path}__isnull": False}) if backward else None
        sign = "lt" if self.descending != backward else "gt"
        condition = Q(**{f"{self.path}__{sign}": value})
        if self.field.nullable and not backward:
            condition |= Q(**{f"{self.path}__isnull": True})
        return condition

    def same(self, value: Any) -> Q:
        """Rows with this value."""
        return Q(**{f"{self.path}__isnull": True} if value is None else {self.path: value})

    def bound(self, value: Any, backward: bool) -> Q:
        """A plain range over the first key: lets the database begin in the middle of an index."""
        if value is None or self.field.nullable:
            return Q()
        sign = "lte" if self.descending != backward else "gte"
        return Q(**{f"{self.path}__{sign}": value})


@dataclass(frozen=True)
class Position:
    """The row from which to read on, and in which direction."""

    values: tuple[Any, ...]
    backward: bool = False


def keys_of(
    ordering: tuple[str, ...], fields: dict[str, Field], identity: Field
) -> tuple[Key, ...]:
    """The asked order, made total by the identity."""
    asked = [Key(fields[word.lstrip("-")], word.startswith("-")) for word in ordering]
    if any(key.field.name == identity.name for key in asked):
        return tuple(asked)
    return (*asked, Key(identity))


def after(keys: tuple[Key, ...], position: Position) -> Q:
    """The condition for everything beyond a position, nulls included."""
    found: list[Q] = []
    equal = Q()
    for key, value in zip(keys, position.values, strict=True):
        beyond = key.beyond(value, position.backward)
        if beyond is not None:
            found.append(equal & beyond)
        equal &= key.same(value)
    first = keys[0].bound(position.values[0], position.backward)
    return first & reduce(or_, found) if found else Q(pk__in=[])


def encode(position: Position, context: str) -> str:
    """The cursor: values and direction, bound by a signature to the list and its conditions."""
    body = orjson.dumps([position.backward, *position.values], default=str)
    return base64.urlsafe_b64encode(_sign(body, context) + body).decode().rstrip("=")


def decode(text: str, context: str, keys: tuple[Key, ...]) -> Position:
    """The position in a cursor; a foreign, edited or outdated cursor is refused."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        signature, body = raw[:_SIGNATURE], raw[_SIGNATURE:]
        if not constant_time_compare(signature, _sign(body, context)):
            raise ValueError("signature")
        backward, *values = orjson.loads(body)
        return Position(_restored(values, keys), backward)
    except (ValueError, binascii.Error) as error:
        raise Problem("invalid_cursor") from error


def _restored(values: list[Any], keys: tuple[Key, ...]) -> tuple[Any, ...]:
    if len(values) != len(keys):
        raise ValueError("keys")
    read = [_READ.get(key.field.kind) for key in keys]
    return tuple(
        value if value is None or one is None else one(value)
        for value, one in zip(values, read, strict=True)
    )


def _sign(body: bytes, context: str) -> bytes:
    return salted_hmac(f"rest.cursor|{context}", body, algorithm="sha256").digest()[:_SIGNATURE]
