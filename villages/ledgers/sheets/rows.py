"""Rows of a sheet as drafts of the ledger."""

from collections.abc import Mapping, Sequence
from typing import Any

from villages.common.columns import Kind
from villages.imports.declaring import Context, Key, Row
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import Draft
from villages.ledgers.kinds import kind_of, model_field
from villages.ledgers.sheets.columns import items_of, key_of
from villages.ledgers.sheets.names import resolve_names
from villages.models import Village


def drafts_of(ledger: Ledger, rows: Sequence[Row], context: Context) -> list[Draft]:
    """One draft per row, names and villages as rows. Blank cells say nothing.

    One query for villages, one per column of names.
    """
    places = {row.village.pk for row in rows if row.village}
    villages = Village.objects.select_related("township").in_bulk(places) if places else {}
    drafts = [Draft(_values(ledger, row, villages), place=row) for row in rows]
    resolve_names(ledger, drafts, context)
    return drafts


def _values(ledger: Ledger, row: Row, villages: Mapping[int, Village]) -> dict[str, Any]:
    given = {item.name: row.values.get(key_of(item)) for item in items_of(ledger)}
    said = {name: value for name, value in given.items() if value is not None}
    return {"village": villages[row.village.pk], **said} if row.village else said


def with_months(ledger: Ledger, context: Context, rows: list[Row]) -> list[Row]:
    """Rows that name no month are of the sheet's."""
    if context.month is not None and is_monthly(ledger):
        for row in rows:
            if row.values.get(ledger.month) is None:
                row.values[ledger.month] = context.month.number
    return rows


def is_monthly(ledger: Ledger) -> bool:
    """Whether rows are about a month, not only guarded by one."""
    return any(
        item.name == ledger.month and kind_of(ledger, item) is Kind.MONTH
        for item in items_of(ledger)
    )


def identity_of(ledger: Ledger, row: Row) -> Key:
    """The natural key as the sheet says it: places by code, other rows by name."""
    return tuple(_part(ledger, row, name) for name in ledger.natural_key)


def _part(ledger: Ledger, row: Row, name: str) -> Any:
    if name == "village":
        return row.village.code if row.village else ""
    value = row.values.get(key_of(ledger.item(name)))
    return model_field(ledger, ledger.item(name)).get_default() if value is None else value
