"""Migrations that the linter is told to pass over hold what their name promises."""

from pathlib import Path

from django.db.migrations import AddField, RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.models import NOT_PROVIDED

ROOT = Path(__file__).resolve().parents[2]


def _passed_over(name: str = "HARMLESS") -> list[str]:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    return next(one for one in lines if one.startswith(f"{name} :=")).split(":=")[1].split()


def test_columns_that_come_later_have_a_default_in_the_database() -> None:
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    found = {key: one for key, one in known.items() if key[1] in _passed_over()}

    assert {name for _app, name in found} == set(_passed_over())
    for migration in found.values():
        for operation in migration.operations:
            assert isinstance(operation, AddField)
            field = operation.field
            assert field.null or field.db_default is not NOT_PROVIDED, operation.name


def test_tables_said_to_be_emptied_are_emptied_by_the_migration_before() -> None:
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    found = {key: one for key, one in known.items() if key[1] in _passed_over("EMPTIED")}

    assert {name for _app, name in found} == set(_passed_over("EMPTIED"))
    for (app, _name), migration in found.items():
        before = known[next(one for one in migration.dependencies if one[0] == app)]
        assert [type(one) for one in before.operations] == [RunPython]
        assert "delete" in before.operations[0].code.__code__.co_names
