"""Taking a sheet of a ledger back."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from villages.common.errors import DomainError
from villages.imports.declaring import Context, conflict
from villages.ledgers.actions import in_use, snapshot
from villages.ledgers.declaring import Ledger
from villages.ledgers.gates import Gates
from villages.ledgers.storing_many import update_rows


@transaction.atomic
def undo(ledger: Ledger, context: Context, saved: Sequence[dict[str, Any]]) -> int:
    """Takes new rows away and gives changed ones their former values.

    Raises `undo_conflict`, `month_closed`, `row_in_use`.
    """
    rows = _still_as_saved(ledger, saved)
    _require_open(ledger, rows.values())
    new = [rows[one["uid"]].pk for one in saved if one["before"] is None]
    _remove(ledger, new)
    changed = [(rows[one["uid"]], one["before"]) for one in saved if one["before"] is not None]
    _restore(ledger, changed, by=context.by)
    return len(saved)


def _still_as_saved(ledger: Ledger, saved: Sequence[dict[str, Any]]) -> dict[str, Any]:
    versions = {one["uid"]: one["version"] for one in saved}
    found = ledger.model._base_manager.select_for_update().filter(uid__in=versions)
    rows = {row.uid: row for row in found}
    touched = [ledger.names(row) for row in rows.values() if row.version != versions[row.uid]]
    gone = len(versions) - len(rows)
    if touched or gone:
        raise conflict([*touched, *[str(ledger.one)] * gone])
    return rows


def _require_open(ledger: Ledger, rows: Iterable[Any]) -> None:
    gates = Gates(holding=True)
    for row in rows:
        if closed := gates.fault(ledger, row):
            raise DomainError(closed.code, closed.message, closed.hint)


def _remove(ledger: Ledger, keys: list[int]) -> None:
    try:
        with transaction.atomic():
            ledger.model._base_manager.filter(pk__in=keys).delete()
    except IntegrityError as error:
        raise in_use(ledger) from error


def _restore(ledger: Ledger, changed: list[tuple[Any, dict[str, Any]]], *, by: Any) -> None:
    befores = [snapshot(ledger, row) for row, _held in changed]
    fields = {field.attname: field for field in ledger.model._meta.concrete_fields}
    for row, held in changed:
        for name, value in held.items():
            setattr(row, name, _typed(fields[name], value))
    names = dict.fromkeys(name for _row, held in changed for name in held)
    update_rows(ledger.model, [row for row, _held in changed], names)
    for (row, _held), before in zip(changed, befores, strict=True):
        ledger.after(row, before, by)


def _typed(field: Any, value: Any) -> Any:
    """What JSON kept, as the field holds it."""
    return field.target_field.to_python(value) if field.is_relation else field.to_python(value)
