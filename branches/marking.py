"""Puts what a figure found onto rows of a list, so that page, sheet and paper can show it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, Field, IntegerField, Value, When

_FIELDS: "dict[type, Field[Any, Any]]" = {
    str: CharField(),
    int: IntegerField(),
    date: DateField(),
}


def marked(rows: Any, name: str, found: Iterable[tuple[int, Any]], kind: type = str) -> Any:
    """Rows with one more column: the value found for each primary key, null for the others.

    Keys with equal values share one condition, so the statement grows with the number of
    different values, not of rows.
    """
    keys: dict[Any, list[int]] = defaultdict(list)
    for key, value in found:
        if value is not None:
            keys[value].append(key)
    cases = [When(pk__in=each, then=Value(value)) for value, each in keys.items()]
    return rows.annotate(**{name: Case(*cases, default=None, output_field=_FIELDS[kind])})
