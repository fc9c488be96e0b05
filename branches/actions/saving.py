"""Saving a row that a verb changed, so that people read the constraint's own words."""

from typing import Any

from villages.common.errors import DomainError
from villages.db.evaluating import broken


def save_checked(row: Any, *fields: str) -> None:
    """Saves the fields with the next version; `row_refused` with the first broken constraint."""
    for constraint in broken(row):
        raise DomainError("row_refused", str(constraint.violation_error_message))
    row.version += 1
    row.save(update_fields=[*fields, "version"])
