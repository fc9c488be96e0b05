"""Keeping what the three-assets platform shows; a later export replaces an earlier one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from collective_economy.actions.income import range_of
from collective_economy.models import PlatformTotal
from villages.accounts.models.fields import new_uid
from villages.db import bulk
from villages.imports.declaring import Context, Key, Row, Saved, Values, conflict

_COLUMNS = (
    "uid", "county_code", "source", "version", "village", "from_month", "to_month", "total_fen",
)  # fmt: skip


def existing_totals(context: Context) -> Mapping[Key, Values]:
    """What the platform is known to show for these months, by village. One query."""
    rows = _rows(context).values_list("village__code", "total_fen")
    return {(code,): {"total_fen": fen} for code, fen in rows}


@transaction.atomic
def save_totals(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Writes new totals and replaces changed ones. Three statements."""
    first, last = range_of(context)
    known = {
        pk: (uid, fen, source)
        for pk, uid, fen, source in _rows(context).values_list(
            "village_id", "uid", "total_fen", "source"
        )
    }
    rows = [
        (new_uid(), context.county, context.source[:120], 1, row.village.pk, first, last,
         row.values["total_fen"])
        for row in (*new, *changed)
    ]  # fmt: skip
    _rows(context).filter(village_id__in=[row.village.pk for row in changed]).delete()
    bulk.insert(PlatformTotal, _COLUMNS, rows)
    undo = [[row[0], row[4], *known.get(row[4], (None, None, ""))[1:]] for row in rows]
    return Saved(len(new), len(changed), undo)


@transaction.atomic
def undo_totals(context: Context, saved: list[Any]) -> int:
    """Takes the totals away and puts back those they replaced."""
    first, last = range_of(context)
    uids = [uid for uid, *_before in saved]
    if (there := PlatformTotal.objects.filter(uid__in=uids)).count() < len(uids):
        raise conflict([str(context.source)])
    there.delete()
    back = [
        (new_uid(), context.county, source, 1, village, first, last, fen)
        for _uid, village, fen, source in saved
        if fen is not None
    ]
    bulk.insert(PlatformTotal, _COLUMNS, back)
    return len(saved)


def _rows(context: Context) -> Any:
    first, last = range_of(context)
    return PlatformTotal.objects.filter(county_code=context.county, from_month=first, to_month=last)
