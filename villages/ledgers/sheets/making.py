"""The sheet of a ledger, made from its declaration."""

from functools import partial
from typing import Any

from villages.accounts.perms import may_keep_ledgers
from villages.imports.declaring import SheetKind
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.hubs import HUBS
from villages.ledgers.kinds import may_be_empty
from villages.ledgers.sheets.columns import columns_of, items_of
from villages.ledgers.sheets.rows import identity_of, is_monthly, with_months
from villages.ledgers.sheets.saving import faults, save
from villages.ledgers.sheets.stored import known_rows, stored_rows
from villages.ledgers.sheets.undoing import undo


def ledger_sheets() -> tuple[SheetKind, ...]:
    """The sheets of all ledgers that people may bring in."""
    return tuple(sheet_of(one) for one in ledgers().values() if is_importable(one))


def is_importable(ledger: Ledger) -> bool:
    """Whether the ledger says so, and a sheet can say all that a row needs."""
    return ledger.imported and ledger.writable and not missing_columns(ledger)


def _may_import(ledger: Ledger, user: Any) -> bool:
    """Who writes the ledger and works at a desk: villages log row by row."""
    return ledger.may_write(user) and may_keep_ledgers(user)


def missing_columns(ledger: Ledger) -> list[str]:
    """Items that a row needs or is found by and that no cell can hold."""
    held = {"village", *(item.name for item in items_of(ledger))}
    needed = [item.name for item in ledger.asked if not may_be_empty(ledger, item)]
    return [name for name in (*needed, *ledger.natural_key) if name not in held]


def sheet_of(ledger: Ledger) -> SheetKind:
    """One sheet: columns from the items, rules from the ledger, everything set-based."""
    return SheetKind(
        key=ledger.key,
        title=str(ledger.title),
        columns=columns_of(ledger),
        identity=partial(identity_of, ledger),
        existing=partial(stored_rows, ledger),
        save=partial(save, ledger),
        undo=partial(undo, ledger),
        place="village" if ledger.about_village else "none",
        needs_month=is_monthly(ledger),
        month_in_rows=is_monthly(ledger),
        may_import=partial(_may_import, ledger),
        faults=partial(faults, ledger),
        template_rows=partial(known_rows, ledger),
        twin="duplicate_row",
        derive=partial(with_months, ledger),
        group=HUBS[ledger.hub],
    )
