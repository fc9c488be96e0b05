"""Writing many rows of a ledger at once: the one way for bulk requests and for sheets.

The number of statements does not grow with the number of rows: rows are found by one query,
checked in memory, and written by one statement for new and one for changed rows. Only the hooks
of a ledger (`settle`, `after`) run row by row and may ask the database themselves.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.ledgers.actions import require_writer
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import CREATED, REFUSED, UNCHANGED, UPDATED, Draft
from villages.ledgers.planning import plan
from villages.ledgers.storing_many import insert_rows, update_rows
from villages.trace.record import record


@transaction.atomic
def write_many(
    ledger: Ledger,
    drafts: Sequence[Draft],
    *,
    by: Any,
    county: str = "",
    whole: bool = False,
    reason: str = "",
) -> Sequence[Draft]:
    """Makes or changes the rows; each draft then knows its result, its row and its faults.

    With `whole` nothing is written where one row is faulty. Faulty rows are refused, rows that
    say what is stored already are left alone. One entry in the trail per county. Raises
    `ledger_not_allowed`, `row_conflict`.
    """
    require_writer(ledger, by)
    plan(ledger, drafts, by=by, county=county, locked=True)
    if not (whole and any(not one.is_good for one in drafts)):
        store(ledger, drafts, by=by)
        trace(ledger, drafts, by=by, reason=reason)
    return drafts


def store(ledger: Ledger, drafts: Sequence[Draft], *, by: Any) -> None:
    """Writes what was planned, in the transaction of the caller."""
    new = [one for one in drafts if one.result == CREATED]
    changed = [one for one in drafts if one.result == UPDATED]
    try:
        with transaction.atomic():
            insert_rows(ledger.model, [one.row for one in new])
            update_rows(ledger.model, [one.row for one in changed], _columns(changed))
    except IntegrityError as error:
        words = _("有的行与已有记录冲突,没有保存。")
        raise DomainError("row_conflict", words, _("请核对重复的行后再提交。")) from error
    for one in (*new, *changed):
        ledger.after(one.row, one.before, by)


def _columns(changed: Sequence[Draft]) -> list[str]:
    """Columns in which any of the rows differs from what it held."""
    names: dict[str, None] = {}
    for one in changed:
        names |= {name: None for name, old in one.stored.items() if getattr(one.row, name) != old}
    return list(names)


def trace(ledger: Ledger, drafts: Sequence[Draft], *, by: Any, reason: str = "") -> None:
    """One entry per county: how many rows, what became of them, the digest of what they say."""
    written = [one for one in drafts if one.result in (CREATED, UPDATED)]
    written.sort(key=lambda one: str(one.row.county_code))
    for county, some in groupby(written, key=lambda one: str(one.row.county_code)):
        _trace(ledger, list(some), by=by, county=county, reason=reason)


def _trace(ledger: Ledger, some: list[Draft], *, by: Any, county: str, reason: str) -> None:
    created = sum(one.result == CREATED for one in some)
    record(
        "ledger.written",
        by=by,
        name=str(ledger.title),
        county=county,
        after={"ledger": ledger.key, CREATED: created, UPDATED: len(some) - created},
        reason=reason,
        count=len(some),
        rows=[[one.row.uid, one.result, one.row.version, said(one)] for one in some],
    )


def said(one: Draft) -> dict[str, Any]:
    """What the row holds now where it differs from before, by column."""
    return {
        name: getattr(one.row, name)
        for name, old in one.stored.items()
        if one.result == CREATED or getattr(one.row, name) != old
    }


def said_before(one: Draft) -> dict[str, Any]:
    """What the row held before where it differs now, by column."""
    return {name: old for name, old in one.stored.items() if getattr(one.row, name) != old}


def tally(drafts: Sequence[Draft]) -> dict[str, int]:
    """How many rows came to which result."""
    results = [one.result for one in drafts]
    return {name: results.count(name) for name in (CREATED, UPDATED, UNCHANGED, REFUSED)}
