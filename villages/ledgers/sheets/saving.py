"""Checking and saving a sheet of a ledger."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.imports.declaring import Context, Key, Row, RowFault, Saved, Values
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import CREATED, UPDATED, Draft
from villages.ledgers.planning import plan
from villages.ledgers.sheets.columns import items_of, key_of
from villages.ledgers.sheets.rows import drafts_of
from villages.ledgers.writing_many import said_before, store
from villages.trace.record import plain

_LONGEST_SOURCE = 120


def faults(
    ledger: Ledger, context: Context, rows: Sequence[Row], _stored: Mapping[Key, Values]
) -> Iterator[RowFault]:
    """What the rules of the ledger say about the rows, each fault at its column."""
    columns = {item.name: key_of(item) for item in items_of(ledger)}
    drafts = drafts_of(ledger, rows, context)
    with _looking():
        plan(ledger, drafts, by=context.by, county=context.county)
    for one in drafts:
        for fault in one.faults:
            column = columns.get(fault.field, "village")
            yield RowFault(one.place, column, fault.code, fault.message, fault.hint)


@contextmanager
def _looking() -> Iterator[None]:
    """Rules of a ledger may hold rows while they look: that needs a transaction where the
    database has such locks. Nothing of it is kept."""
    if not connection.features.has_select_for_update:
        yield
        return
    with transaction.atomic():
        mark = transaction.savepoint()
        yield
        transaction.savepoint_rollback(mark)


@transaction.atomic
def save(ledger: Ledger, context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Writes new and changed rows in a fixed number of statements; the source is the sheet.

    Raises `row_invalid` where a row became wrong since it was checked.
    """
    drafts = drafts_of(ledger, [*new, *changed], context)
    plan(ledger, drafts, by=context.by, county=context.county, locked=True)
    for one in drafts:
        if not one.is_good:
            raise _refused(one, one.faults[0])
        if one.result in (CREATED, UPDATED) and "source" not in one.values:
            one.row.source = context.source[:_LONGEST_SOURCE]
    store(ledger, drafts, by=context.by)
    written = [one for one in drafts if one.result in (CREATED, UPDATED)]
    return Saved(len(new), len(changed), [_note(one) for one in written])


def _refused(one: Draft, fault: Fault) -> DomainError:
    words = f"第 {one.place.number} 行:{fault.message}"
    return DomainError(fault.code, words, fault.hint or "请改正后重新上传。")


def _note(one: Draft) -> dict[str, Any]:
    """What an undo needs: which row, in which version, and what it held before."""
    before = plain(said_before(one)) if one.result == UPDATED else None
    return {"uid": one.row.uid, "version": one.row.version, "before": before}
