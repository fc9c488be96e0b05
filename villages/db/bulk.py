"""Many rows in one statement: COPY on PostgreSQL, executemany on SQLite.

Both take rows as plain tuples and stream them; neither builds a model instance.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Model

_AT_ONCE = 20_000


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Adds rows given in the order of `columns`; constraints hold as for any insert.

    On PostgreSQL an empty string in a column that may be null is stored as null.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    names: list[str] = [field.column for field in fields]
    if connection.vendor != "postgresql":
        _execute_many(_insert_statement(model._meta.db_table, names), rows)
        return
    required = [field.column for field in fields if not field.null]
    _copy(model._meta.db_table, names, required, rows)


def update(
    model: type[Model], key: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Sets `columns` of the rows named by `key`; each row is (key, value, value, …)."""
    table = model._meta.db_table
    if connection.vendor != "postgresql":
        sets = ", ".join(f"{_quoted(name)} = %s" for name in columns)
        statement = f"UPDATE {_quoted(table)} SET {sets} WHERE {_quoted(key)} = %s"  # noqa: S608
        _execute_many(statement, ((*row[1:], row[0]) for row in rows))
        return
    required = [str(field.column) for field in model._meta.concrete_fields if not field.null]
    _update_through_stage(table, [key, *columns], required, rows)


def settle(model: type[Model]) -> None:
    """After many rows: the planner learns their number, and outside a transaction the space of
    old versions is freed, which halves what a search must read. Nothing on SQLite."""
    if connection.vendor == "postgresql":
        verb = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
        with connection.cursor() as cursor:
            cursor.execute(f"{verb} {_quoted(model._meta.db_table)}")


def save_memory() -> None:
    """For a process that only loads: SQLite reads the file instead of mapping it whole."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size = 0")


def _update_through_stage(
    table: str, names: Sequence[str], required: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    key, *columns = names
    listed = ", ".join(map(_quoted, names))
    sets = ", ".join(f"{_quoted(name)} = s.{_quoted(name)}" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE bulk_stage ON COMMIT DROP AS "  # noqa: S608
            f"SELECT {listed} FROM {_quoted(table)} WHERE false"
        )
        _copy("bulk_stage", names, [name for name in names if name in required], rows)
        cursor.execute(
            f"UPDATE {_quoted(table)} t SET {sets} FROM bulk_stage s "  # noqa: S608
            f"WHERE t.{_quoted(key)} = s.{_quoted(key)}"
        )
        cursor.execute("DROP TABLE bulk_stage")


def _insert_statement(table: str, names: Sequence[str]) -> str:
    marks = ", ".join(["%s"] * len(names))
    listed = ", ".join(map(_quoted, names))
    return f"INSERT INTO {_quoted(table)} ({listed}) VALUES ({marks})"  # noqa: S608


def _execute_many(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)  # type: ignore[arg-type]


def _copy(
    table: str, names: Sequence[str], required: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    statement = (
        f"COPY {_quoted(table)} ({', '.join(map(_quoted, names))}) FROM STDIN "
        f"WITH (FORMAT csv, FORCE_NOT_NULL ({', '.join(map(_quoted, required))}))"
    )
    with connection.cursor() as cursor:
        remaining = iter(rows)
        while chunk := list(islice(remaining, _AT_ONCE)):
            cursor.cursor.copy_expert(statement, _as_csv(chunk))


def _as_csv(rows: Sequence[Sequence[Any]]) -> io.StringIO:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    stream.seek(0)
    return stream


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
