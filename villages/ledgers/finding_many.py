"""Stored rows of a batch: by uid, else by natural key, one query each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from villages.common.faults import Fault
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import Draft, changed_since, not_found
from villages.ledgers.kinds import is_key

Key = tuple[Any, ...]


def attach(
    ledger: Ledger, drafts: Sequence[Draft], *, by: Any, county: str = "", locked: bool = False
) -> None:
    """Gives each draft its stored row, if there is one; the later of two for one row is faulty.

    At most two queries. `county` holds for rows that belong to no village.
    """
    named = [one for one in drafts if one.uid]
    keyed = [one for one in drafts if not one.uid and one.is_good]
    _by_uid(_rows(ledger, by, locked=locked), named)
    _by_key(ledger, _rows(ledger, by, locked=locked), keyed, county)
    _refuse_repeats(drafts)
    for one in drafts:
        if one.row is not None and one.version not in (None, one.row.version):
            one.blame(changed_since())


def _rows(ledger: Ledger, by: Any, *, locked: bool) -> Any:
    keys = [one.name for one in ledger.items if is_key(ledger, one)]
    rows = ledger.model.objects.visible_to(by)
    rows = rows.select_related(*keys) if keys else rows
    return rows.select_for_update(of=("self",)) if locked else rows


def _by_uid(rows: Any, drafts: Sequence[Draft]) -> None:
    if not drafts:
        return
    found = {row.uid: row for row in rows.filter(uid__in={one.uid for one in drafts})}
    for one in drafts:
        one.row = found.get(one.uid)
        if one.row is None:
            one.blame(not_found("uid"))


def _by_key(ledger: Ledger, rows: Any, drafts: Sequence[Draft], county: str) -> None:
    if not drafts:
        return
    keys = [natural_key(ledger, one.values, county) for one in drafts]
    names = ("county_code", *ledger.natural_key)
    found = {_stored_key(ledger, row): row for row in _meeting(rows, names, keys)}
    seen: dict[Key, Draft] = {}
    for key, one in zip(keys, drafts, strict=True):
        if key in seen:
            one.blame(repeated(ledger))
        else:
            seen[key], one.row = one, found.get(key)


def _meeting(rows: Any, names: Sequence[str], keys: Iterable[Key]) -> Any:
    """Rows whose key may be among these: each part is one of the parts."""
    for name, parts in zip(names, zip(*keys, strict=True), strict=True):
        given = {part for part in parts if part is not None}
        condition = Q(**{f"{name}__in": given})
        rows = rows.filter(condition | Q(**{name: None}) if None in parts else condition)
    return rows


def natural_key(ledger: Ledger, values: Mapping[str, Any], county: str) -> Key:
    """County and natural key of asked values; what is not said is what the model assumes."""
    village = values.get("village")
    parts = [_plain(_said(ledger, values, name)) for name in ledger.natural_key]
    return (village.county_code if village else county, *parts)


def _said(ledger: Ledger, values: Mapping[str, Any], name: str) -> Any:
    field = ledger.model._meta.get_field(name)
    return values[name] if name in values else field.get_default()


def _stored_key(ledger: Ledger, row: Any) -> Key:
    fields = [row._meta.get_field(name) for name in ledger.natural_key]
    return (row.county_code, *(getattr(row, field.attname) for field in fields))


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value


def _refuse_repeats(drafts: Iterable[Draft]) -> None:
    """The same stored row twice in a batch, by uid here and by key there."""
    seen: set[Any] = set()
    for one in drafts:
        if one.row is None:
            continue
        if one.row.pk in seen:
            one.blame(Fault("", "twin", _("这一条在本批中出现了两次。"), _("请只保留一行。")))
        seen.add(one.row.pk)


def repeated(ledger: Ledger) -> Fault:
    """The fault of the later one of two rows with one natural key."""
    asked = {one.name for one in ledger.asked}
    field = next((name for name in reversed(ledger.natural_key) if name in asked), "")
    return Fault(field, "twin", _("与本批中前面的一行重复。"), _("请只保留一行。"))
