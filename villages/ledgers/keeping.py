"""Saving a row that an action changed."""

from typing import Any, TypeVar

from django.db.models import Model

from villages.common.errors import DomainError
from villages.db.evaluating import broken

Row = TypeVar("Row", bound=Model)


def locked(row: Row) -> Row:
    """The row as it is now, held to the end of the transaction.

    Others may still point at it meanwhile: a lock that forbids that meets theirs crosswise.
    """
    found: Row = type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)
    return found


def changed(row: Any, **values: Any) -> dict[str, Any]:
    """Puts the values into a locked row and saves it; gives what stood there before.

    Raises DomainError with the words of the constraint that the row would break.
    """
    before = {name: getattr(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    refuse_broken(row)
    row.version += 1
    row.save(update_fields=[*values, "version"])
    return before


def refuse_broken(row: Any) -> None:
    """Says in words what the database would refuse."""
    for constraint in broken(row):
        raise DomainError(constraint.name, str(constraint.violation_error_message))
