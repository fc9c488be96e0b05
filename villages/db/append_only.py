"""Tables whose rows can be added and never changed: triggers on both vendors."""

from collections.abc import Callable
from typing import Any

MESSAGE = "留痕记录只能追加,不能修改或删除"


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def _postgresql(table: str) -> list[str]:
    body = f"BEGIN RAISE EXCEPTION '{MESSAGE}'; END"
    return [
        f"CREATE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_frozen()",
    ]


def _drop(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER {table}_no_update", f"DROP TRIGGER {table}_no_delete"]
    return [f"DROP FUNCTION {table}_frozen() CASCADE"]


def protect(table: str) -> Callable[[Any, Any], None]:
    """A migration step that makes the table append-only."""

    def step(apps: Any, schema_editor: Any) -> None:
        vendor = schema_editor.connection.vendor
        for statement in _sqlite(table) if vendor == "sqlite" else _postgresql(table):
            schema_editor.execute(statement)

    return step


def release(table: str) -> Callable[[Any, Any], None]:
    """The way back, for reversing that migration."""

    def step(apps: Any, schema_editor: Any) -> None:
        for statement in _drop(schema_editor.connection.vendor, table):
            schema_editor.execute(statement)

    return step
