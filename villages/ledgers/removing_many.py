"""Taking many rows of a ledger away at once."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.db import IntegrityError, transaction

from villages.ledgers.actions import (
    in_use,
    is_inside,
    not_removable,
    outside,
    own_county,
    require_writer,
    snapshot,
)
from villages.ledgers.completing import complete
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import REFUSED, REMOVED, Draft, faults_from, not_found
from villages.ledgers.finding_many import attach
from villages.ledgers.gates import Gates
from villages.trace.record import record


@transaction.atomic
def remove_many(
    ledger: Ledger,
    drafts: Sequence[Draft],
    *,
    by: Any,
    reason: str,
    county: str = "",
    whole: bool = False,
) -> Sequence[Draft]:
    """Removes the rows that uid or natural key name; what they said stays in the trail as digest.

    With `whole` nothing is removed where one row is refused. A fixed number of statements, unless
    a row is still used elsewhere: then rows are removed one by one. Raises `ledger_not_allowed`,
    `not_removable`.
    """
    require_writer(ledger, by)
    if not ledger.removable:
        raise not_removable(ledger)
    complete(ledger, drafts, by=by)
    attach(ledger, drafts, by=by, county=county or own_county(by), locked=True)
    gates = Gates(holding=True)
    for one in drafts:
        _consider(ledger, one, gates, by)
    if not _is_stopped(drafts, whole=whole):
        _remove(ledger, [one for one in drafts if one.is_good], whole=whole)
    stopped = _is_stopped(drafts, whole=whole)
    for one in drafts:
        one.result = REFUSED if not one.is_good else "" if stopped else REMOVED
    _trace(ledger, drafts, by=by, reason=reason)
    return drafts


def _is_stopped(drafts: Sequence[Draft], *, whole: bool) -> bool:
    return whole and any(not one.is_good for one in drafts)


def _consider(ledger: Ledger, one: Draft, gates: Gates, by: Any) -> None:
    if one.is_good and one.row is None:
        one.blame(not_found(""))
    if not one.is_good:
        return
    one.before = snapshot(ledger, one.row)
    if not is_inside(one.row, by):
        one.blame(*faults_from(outside(one.row)))
    if closed := gates.fault(ledger, one.row):
        one.blame(closed)
    one.blame(*ledger.holds(one.row))


def _remove(ledger: Ledger, drafts: list[Draft], *, whole: bool) -> None:
    try:
        with transaction.atomic():
            ledger.model._base_manager.filter(pk__in=[one.row.pk for one in drafts]).delete()
    except IntegrityError:
        _remove_each(ledger, drafts, whole=whole)


def _remove_each(ledger: Ledger, drafts: list[Draft], *, whole: bool) -> None:
    """Those that nothing refers to; with `whole` none of them where one is referred to."""
    mark = transaction.savepoint()
    for one in drafts:
        try:
            with transaction.atomic():
                ledger.model._base_manager.filter(pk=one.row.pk).delete()
        except IntegrityError:
            one.blame(*faults_from(in_use(ledger)))
    if _is_stopped(drafts, whole=whole):
        transaction.savepoint_rollback(mark)


def _trace(ledger: Ledger, drafts: Sequence[Draft], *, by: Any, reason: str) -> None:
    gone = sorted(
        (one for one in drafts if one.result == REMOVED),
        key=lambda one: str(one.row.county_code),
    )
    for county, group in groupby(gone, key=lambda one: str(one.row.county_code)):
        some = list(group)
        record(
            "ledger.cleared",
            by=by,
            name=str(ledger.title),
            county=county,
            after={"ledger": ledger.key, REMOVED: len(some)},
            reason=reason,
            count=len(some),
            rows=[[one.row.uid, one.before] for one in some],
        )
