"""Rows of any ledger into the database: one statement for the new, one for the changed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models

from villages.db import bulk


def insert_rows(model: Any, rows: Sequence[Any]) -> None:
    """Adds new rows; each then knows its key. Two statements."""
    if not rows:
        return
    fields = [one for one in model._meta.concrete_fields if not one.primary_key]
    bulk.insert(model, [one.name for one in fields], _tuples(rows, fields, add=True))
    stored = model._base_manager.filter(uid__in=[row.uid for row in rows])
    keys = dict(stored.values_list("uid", "pk"))
    for row in rows:
        row.pk, row._state.adding = keys[row.uid], False


def update_rows(model: Any, rows: Sequence[Any], attributes: Iterable[str]) -> None:
    """Writes these attributes of stored rows, and the next version of each."""
    if not rows:
        return
    for row in rows:
        row.version += 1
    names = dict.fromkeys([*attributes, "version"])
    fields = [one for one in model._meta.concrete_fields if one.attname in names]
    columns = [one.column for one in fields]
    bulk.update(model, model._meta.pk.column, columns, _with_keys(rows, fields))


def _with_keys(rows: Iterable[Any], fields: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    for row, values in zip(rows, _tuples(rows, fields, add=False), strict=True):
        yield row.pk, *values


def _tuples(rows: Iterable[Any], fields: Sequence[Any], *, add: bool) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        yield tuple(_stored(field, field.pre_save(row, add)) for field in fields)


def _stored(field: Any, value: Any) -> Any:
    """The value as the driver takes it in a plain statement and in COPY."""
    if isinstance(field, models.JSONField) and value is not None:
        return json.dumps(value, cls=field.encoder)
    prepared = field.get_db_prep_save(value, connection=connection)
    if isinstance(field, models.BinaryField) and connection.vendor == "postgresql":
        return None if value is None else rf"\x{bytes(value).hex()}"
    return prepared
