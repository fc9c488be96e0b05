"""Keys in bodies: codes and uids become visible rows, one query per item for any number of rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from villages.ledgers.api.values import identity_of
from villages.ledgers.declaring import Item, Ledger
from villages.ledgers.drafts import Draft, not_found
from villages.ledgers.kinds import is_key, model_field


def resolve(ledger: Ledger, drafts: Sequence[Draft], *, by: Any) -> None:
    """Puts rows in the place of their codes and uids; what cannot be found is a fault."""
    for item in ledger.asked:
        if is_key(ledger, item):
            _resolve(ledger, item, [one for one in drafts if one.values.get(item.name)], by)


def _resolve(ledger: Ledger, item: Item, drafts: Iterable[Draft], by: Any) -> None:
    wanted = {str(one.values[item.name]) for one in drafts}
    found = rows_by(ledger, item, wanted, by=by) if wanted else {}
    for one in drafts:
        row = found.get(str(one.values[item.name]))
        if row is None:
            one.blame(not_found(item.name))
            one.values[item.name] = None
        else:
            one.values[item.name] = row


def rows_by(ledger: Ledger, item: Item, wanted: Iterable[str], *, by: Any) -> Mapping[str, Any]:
    """The visible rows that these codes or uids name."""
    path = identity_of(ledger, item)
    rows = model_field(ledger, item).related_model.objects.visible_to(by)
    return {str(getattr(row, path)): row for row in rows.filter(**{f"{path}__in": set(wanted)})}
