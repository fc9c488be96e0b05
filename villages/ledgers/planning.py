"""What a batch would do: stored rows found, values put in, every fault named; nothing written."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.actions import fill, is_inside, outside, own_county, snapshot
from villages.ledgers.checking import faults_of
from villages.ledgers.completing import complete
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import (
    CREATED,
    REFUSED,
    UNCHANGED,
    UPDATED,
    Draft,
    faults_from,
)
from villages.ledgers.finding_many import attach
from villages.ledgers.gates import Gates
from villages.ledgers.kinds import is_key, may_be_empty, model_field
from villages.ledgers.twins import refuse_twins


def plan(
    ledger: Ledger, drafts: Sequence[Draft], *, by: Any, county: str = "", locked: bool = False
) -> None:
    """Fills every draft in. `county` is that of rows without a village. `locked` holds rows and
    months until the end of the transaction.

    Two queries for rows, two per month, one per unique constraint.
    """
    county = county or own_county(by)
    complete(ledger, drafts, by=by)
    attach(ledger, drafts, by=by, county=county, locked=locked)
    gates = Gates(holding=locked)
    for one in drafts:
        if one.is_good:
            _consider(ledger, one, gates, by=by, county=county)
    ledger.together([one.row for one in drafts if one.is_good and one.result != UNCHANGED])
    refuse_twins(ledger, [one for one in drafts if one.result != UNCHANGED])
    for one in drafts:
        if not one.is_good:
            one.result = REFUSED


def _consider(ledger: Ledger, one: Draft, gates: Gates, *, by: Any, county: str) -> None:
    """The row with its new values, and what is wrong with it by itself."""
    one.blame(*missing(ledger, one))
    if not one.is_good or not _begin(ledger, one, gates, by=by, county=county):
        return
    if not one.is_new and not _differs(one):
        one.result = UNCHANGED
        return
    one.result = CREATED if one.is_new else UPDATED
    if not is_inside(one.row, by):
        one.blame(*faults_from(outside(one.row)))
    if closed := gates.fault(ledger, one.row):
        one.blame(closed)
    one.blame(*faults_of(ledger, one.row))


def _begin(ledger: Ledger, one: Draft, gates: Gates, *, by: Any, county: str) -> bool:
    """Puts the values into the row; whether that was possible."""
    row = one.row if one.row is not None else ledger.model(county_code=county)
    one.before = snapshot(ledger, row) if row.pk else {}
    one.stored = {field.attname: getattr(row, field.attname) for field in _columns(row)}
    closed = gates.fault(ledger, row) if row.pk else None
    one.row = row
    try:
        fill(ledger, row, one.values, by=by)
    except DomainError as error:
        one.blame(*faults_from(error))
    if closed and _differs(one):
        one.blame(closed)
    return one.is_good


def _columns(row: Any) -> Iterable[Any]:
    return [
        field
        for field in row._meta.concrete_fields
        if not field.primary_key and field.name not in {"uid", "version"}
    ]


def _differs(one: Draft) -> bool:
    return any(getattr(one.row, name) != old for name, old in one.stored.items())


def missing(ledger: Ledger, one: Draft) -> list[Fault]:
    """Items that a new row needs and does not have, and keys that a stored one gives up."""
    found = []
    for item in ledger.asked:
        given = one.values.get(item.name)
        said = item.name in one.values or one.is_new
        key = is_key(ledger, item) and not model_field(ledger, item).null
        if said and given is None and (key or not may_be_empty(ledger, item)):
            found.append(Fault(item.name, "required", _("没有填写。"), _("请补填。")))
    return found
