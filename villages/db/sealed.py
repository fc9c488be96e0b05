"""Rows that become unchangeable at some point: triggers on both vendors.

A row is sealed when a column of it is filled, such as the day of issuing; its parts are sealed
with it. What still may change (where a row stands) is left out of `columns`.
"""

from collections.abc import Callable, Sequence
from typing import Any

MESSAGE = "已签发的内容不能修改或删除"


def _sqlite(table: str, event: str, name: str, when: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )


def _postgresql(table: str, events: Sequence[str], when: str) -> list[str]:
    body = f"BEGIN IF {when} THEN RAISE EXCEPTION '{MESSAGE}'; END IF; "
    body += "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END"
    function = f"CREATE FUNCTION {table}_sealed() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
    return [function, *(
        f"CREATE TRIGGER {table}_sealed_{place} BEFORE {event} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_sealed()"
        for place, event in enumerate(events)
    )]  # fmt: skip


def seal(table: str, columns: Sequence[str], when: str) -> Callable[[Any, Any], None]:
    """A migration step: once `when` holds of a row (an SQL condition on OLD) it cannot be deleted,
    nor any of these columns be written; without columns nothing of it."""
    update = f"UPDATE OF {', '.join(columns)}" if columns else "UPDATE"

    def step(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(_sqlite(table, update, "sealed_update", when))
            schema_editor.execute(_sqlite(table, "DELETE", "sealed_delete", when))
            return
        for statement in _postgresql(table, (update, "DELETE"), when):
            schema_editor.execute(statement)

    return step


def unseal(table: str) -> Callable[[Any, Any], None]:
    """The way back, for reversing that migration."""

    def step(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {table}_sealed_update")
            schema_editor.execute(f"DROP TRIGGER {table}_sealed_delete")
            return
        schema_editor.execute(f"DROP FUNCTION {table}_sealed() CASCADE")

    return step
