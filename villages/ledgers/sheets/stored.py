"""Stored rows as a sheet would say them: to compare with, and to begin a template with."""

from collections.abc import Iterator
from typing import Any

from villages.imports.declaring import Context, Key, Values
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.kinds import is_key, model_field
from villages.ledgers.sheets.columns import items_of, key_of
from villages.ledgers.sheets.readers import shown
from villages.ledgers.sheets.rows import is_monthly
from villages.models import Village


def stored_rows(ledger: Ledger, context: Context) -> dict[Key, Values]:
    """Every visible row of the county by natural key, as columns hold it. One query.

    A sheet may leave out what new rows find for themselves (`Item.find`), so a row also stands
    under its key without it.
    """
    items = list(items_of(ledger))
    rows = ledger.model.objects.visible_to(context.by).filter(county_code=context.county)
    keys = [_path(ledger, ledger.item(name)) for name in ledger.natural_key]
    read = rows.values_list(*keys, *(_path(ledger, item) for item in items))
    names, width = [key_of(item) for item in items], len(keys)
    found = {
        tuple(row[:width]): dict(zip(names, map(_column_value, row[width:]), strict=True))
        for row in read
    }
    return {_unsaid(ledger, key): values for key, values in found.items()} | found


def _unsaid(ledger: Ledger, key: Key) -> Key:
    """The key as a sheet says it that leaves out what rows find."""
    parts = zip(ledger.natural_key, key, strict=True)
    return tuple(_default(ledger, name) if _finds(ledger, name) else part for name, part in parts)


def _finds(ledger: Ledger, name: str) -> bool:
    # The village is read from its own columns.
    return name != "village" and ledger.item(name).find is not None


def _default(ledger: Ledger, name: str) -> Any:
    return model_field(ledger, ledger.item(name)).get_default()


def _path(ledger: Ledger, item: Item) -> str:
    if item.name == "village":
        return "village__code"
    return f"{item.name}__{item.by}" if is_key(ledger, item) else item.name


def _column_value(value: Any) -> Any:
    return None if value == "" else value


def known_rows(ledger: Ledger, context: Context) -> Iterator[Values]:
    """For a template: every village with what stands there, if a village has one row at a time."""
    period = {ledger.month} if is_monthly(ledger) else set()
    if not ledger.about_village or set(ledger.natural_key) - {"village", *period}:
        return
    stored = stored_rows(ledger, context)
    villages = Village.objects.visible_to(context.by).filter(
        county_code=context.county, valid_to=None
    )
    for code, name, township in villages.order_by("code").values_list(
        "code", "name", "township__name"
    ):
        month = context.month.number if context.month else None
        key = tuple(code if one == "village" else month for one in ledger.natural_key)
        told = stored.get(key, {})
        yield {"township": township, "village": name, **_as_shown(ledger, told)}


def _as_shown(ledger: Ledger, values: Values) -> Values:
    return {
        key_of(item): shown(ledger, item, values.get(key_of(item))) for item in items_of(ledger)
    }
