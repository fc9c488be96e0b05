"""Constraints judged in memory and by the database: the same verdict on the same rows."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.db.models import CheckConstraint, F, Q
from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import Expression, Value

from villages.db.evaluating import holds
from villages.ledgers.declaring import ledgers

# Rows per constraint; the constants of its own condition and their neighbours are among them.
ROWS = 14


def constraints() -> list[Any]:
    """Every check constraint of every ledger's model, once."""
    found = {}
    for ledger in ledgers().values():
        for one in ledger.model._meta.constraints:
            if isinstance(one, CheckConstraint):
                found[one.name] = pytest.param(ledger.model, one, id=one.name)
    return list(found.values())


def leaves(condition: Q) -> Iterator[tuple[str, Any]]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from leaves(child)
        else:
            yield child


def references(wanted: Any) -> Iterator[str]:
    match wanted:
        case F():
            yield wanted.name
        case Expression():
            for inner in wanted.get_source_expressions():
                yield from references(inner)


def constants(wanted: Any) -> Iterator[Any]:
    match wanted:
        case Value():
            yield wanted.value
        case list() | tuple() | set():
            yield from wanted
        case Expression():
            for inner in wanted.get_source_expressions():
                yield from constants(inner)
        case _ if not isinstance(wanted, F | bool) and wanted is not None:
            yield wanted


def candidates(field: Any, said: list[Any]) -> list[Any]:
    """Values that a field may hold: nothing, what the condition names, and what lies beside."""
    kind = field.get_internal_type()
    near = [one for each in said for one in beside(field, kind, each)]
    plain: list[Any] = {
        "CharField": ["", "甲", "甲乙丙", "12345"], "TextField": ["", "甲"],
        "DateField": [date(2024, 2, 29), date(2026, 10, 1), date(2026, 10, 2)],
        "BooleanField": [True, False], "DecimalField": [Decimal(0), Decimal("0.5"), Decimal(1)],
    }.get(kind, [0, 1, 2, 3, 202610, 202611])  # fmt: skip
    codes = [value for value, _label in field.flatchoices or ()]
    return [*([None] if field.null else []), *near, *plain, *codes]


def beside(field: Any, kind: str, said: Any) -> list[Any]:
    try:
        value = field.to_python(said)
    except Exception:
        return []
    if isinstance(value, date):
        return [value - timedelta(days=1), value, value + timedelta(days=1)]
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return [value - 1, value, value + 1]
    return [value, f"{value}0"] if isinstance(value, str) else [value]


def rows(model: Any, condition: Q, dice: Random) -> Iterator[Any]:
    said: dict[str, list[Any]] = {}
    for path, wanted in leaves(condition):
        name = path.split(LOOKUP_SEP)[0]
        said.setdefault(name, []).extend(constants(wanted))
        for other in references(wanted):
            said.setdefault(other, []).extend(constants(wanted))
    choices = {name: candidates(model._meta.get_field(name), found) for name, found in said.items()}
    for _n in range(ROWS):
        row = model()
        for name, values in choices.items():
            setattr(row, model._meta.get_field(name).attname, dice.choice(values))
        yield row, choices


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), constraints())
def test_memory_and_database_agree(model: Any, constraint: CheckConstraint) -> None:
    condition = constraint.condition
    assert isinstance(condition, Q)
    for row, named in rows(model, condition, Random(constraint.name)):
        fields = [model._meta.get_field(name) for name in named]
        values = {field.name: Value(getattr(row, field.attname), field) for field in fields}
        assert holds(row, constraint) == condition.check(values), {
            name: one.value for name, one in values.items()
        }


def test_there_is_something_to_agree_on() -> None:
    assert len(constraints()) >= 60
