"""CHECK constraints judged in memory, so that a thousand rows of a sheet cost no query.

The database stays the last judge. Conditions are read as SQL reads them: what is unknown does
not break a constraint.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db.models import CheckConstraint, F, Model, Q
from django.db.models.expressions import CombinedExpression, Value


class NotPlainError(Exception):
    """The condition uses what only the database can compute."""


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_LOOKUPS: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda left, right: left in right,
    "range": lambda left, right: right[0] <= left <= right[1],
    "regex": lambda left, right: re.search(right, str(left)) is not None,
    "startswith": lambda left, right: str(left).startswith(right),
    "contains": lambda left, right: right in str(left),
}


def broken(row: Model) -> Iterator[CheckConstraint]:
    """The check constraints of its model that this row breaks."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, CheckConstraint) and not holds(row, constraint):
            yield constraint


def judged(condition: Q, row: Model) -> bool | None:
    """Whether the row meets the condition; None where that is unknown. Raises NotPlainError."""
    return _judge(condition, _Fields(row))


def fields_of(condition: Q) -> list[str]:
    """The fields that a condition speaks of, in its order; one compared with another after it."""
    found: list[str] = []
    for child in condition.children:
        if isinstance(child, Q):
            found += fields_of(child)
            continue
        path, wanted = child  # type: ignore[misc]
        found += [wanted.name] if isinstance(wanted, F) else []  # type: ignore[attr-defined]
        found.append(str(path).split("__")[0])
    return found


def holds(row: Model, constraint: CheckConstraint) -> bool:
    """Whether the row keeps to the constraint; what only the database can compute, it is asked."""
    condition = constraint.condition
    try:
        if not isinstance(condition, Q):
            raise NotPlainError
        return judged(condition, row) is not False
    except NotPlainError:
        return _ask_database(row, constraint)


def _ask_database(row: Model, constraint: CheckConstraint) -> bool:
    from django.core.exceptions import ValidationError

    try:
        constraint.validate(type(row), row)
    except ValidationError:
        return False
    return True


class _Fields(Mapping[str, Any]):
    """Values of a row by field name; of a related row its key."""

    def __init__(self, row: Model) -> None:
        self.row = row

    def __getitem__(self, name: str) -> Any:
        return getattr(self.row, self.row._meta.get_field(name).attname)  # type: ignore[union-attr]

    def __iter__(self) -> Iterator[str]:
        return iter([field.name for field in self.row._meta.fields])

    def __len__(self) -> int:
        return len(self.row._meta.fields)


def _judge(condition: Q, values: Mapping[str, Any]) -> bool | None:
    """True, false, or None where it is unknown."""
    found = [_part(child, values, negated=condition.negated) for child in condition.children]
    result = _any(found) if condition.connector == Q.OR else _all(found)
    if condition.connector not in (Q.AND, Q.OR):
        raise NotPlainError
    return result if not condition.negated or result is None else not result


def _part(child: Any, values: Mapping[str, Any], *, negated: bool) -> bool | None:
    if isinstance(child, Q):
        return _judge(child, values)
    if not isinstance(child, tuple):
        raise NotPlainError
    result = _leaf(child[0], child[1], values)
    # Django adds IS NOT NULL to what it negates: an empty value is simply not equal.
    return False if negated and result is None else result


def _leaf(path: str, wanted: Any, values: Mapping[str, Any]) -> bool | None:
    name, *lookups = path.split("__")
    left, right = values[name], _typed(name, lookups, _value(wanted, values), values)
    if lookups == ["isnull"] or (not lookups and right is None):
        return (left is None) == (right is not False)
    if lookups == ["length"] or (len(lookups) == 2 and lookups[0] == "length"):
        left, lookups = None if left is None else len(left), lookups[1:]
    if left is None or right is None:
        return None
    compare = _LOOKUPS.get(lookups[0] if lookups else "exact")
    if compare is None or len(lookups) > 1:
        raise NotPlainError
    return bool(compare(left, right))


def _typed(name: str, lookups: list[str], wanted: Any, values: Mapping[str, Any]) -> Any:
    """What a condition writes as text, as the field holds it: the day in "1949-10-01"."""
    if not isinstance(wanted, str) or not isinstance(values, _Fields) or len(lookups) > 1:
        return wanted
    field = values.row._meta.get_field(name)
    return field.to_python(wanted) if {"regex", "length"}.isdisjoint(lookups) else wanted  # type: ignore[union-attr]


def _value(wanted: Any, values: Mapping[str, Any]) -> Any:
    match wanted:
        case F():
            return values[wanted.name]  # type: ignore[attr-defined]
        case Value():
            return wanted.value
        case CombinedExpression():
            return _combined(wanted, values)
        case _ if hasattr(wanted, "resolve_expression"):
            raise NotPlainError
        case _:
            return wanted


def _combined(wanted: Any, values: Mapping[str, Any]) -> Any:
    compute = _ARITHMETIC.get(wanted.connector)
    if compute is None:
        raise NotPlainError
    left, right = _value(wanted.lhs, values), _value(wanted.rhs, values)
    return None if left is None or right is None else compute(left, right)


def _any(found: list[bool | None]) -> bool | None:
    return True if True in found else None if None in found else False


def _all(found: list[bool | None]) -> bool | None:
    return False if False in found else None if None in found else True
