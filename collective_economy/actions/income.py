"""Saving an income sheet: statements of January to a month, corrections as new rows."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from collective_economy.choices import Category
from collective_economy.models import IncomeEntry
from villages.accounts.models.fields import new_uid
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db import bulk
from villages.imports.declaring import Context, Key, Row, Saved, Values, conflict
from villages.imports.months import require_open

_COLUMNS = (
    "uid", "village", "county_code", "category", "from_month", "to_month", "amount_fen",
    "source", "source_row", "recorded_on", "replaces", "reason",
)  # fmt: skip


def key_of(row: Row) -> Key:
    """A village stands once in a sheet."""
    return (row.village.code if row.village else "",)


def existing_income(context: Context) -> Mapping[Key, Values]:
    """What is stated for January to this month, by village and category. One query."""
    found: dict[Key, Values] = {}
    for code, category, _pk, fen in _stated(context):
        found.setdefault((code,), dict.fromkeys(Category.values))[category] = fen
    return found


def _stated(context: Context) -> Any:
    rows = IncomeEntry.objects.filter(county_code=context.county).year_to_date(_month(context))
    return rows.values_list("village__code", "category", "pk", "amount_fen")


def _month(context: Context) -> Month:
    if context.month is None:
        raise DomainError("period_missing", "不知道这是哪个月的数据。", "请选择月份后再导入。")
    return context.month


@transaction.atomic
def save_income(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Writes what is new; what changed supersedes what was stated before, with the sheet named.

    Raises `month_closed`.
    """
    month = _month(context)
    require_open(county=context.county, month=month)
    stated = {(code, category): (pk, fen) for code, category, pk, fen in _stated(context)}
    entries, replaced = [], []
    for row in (*new, *changed):
        for category in Category.values:
            fen = row.values.get(category)
            old, before = stated.get((row.village.code, category), (None, None))
            if fen is None or fen == before:
                continue
            replaced += [old] if old else []
            entries.append(_entry(context, month, row, (category, fen, old)))
    # The old row must lose force first: only one statement may hold.
    IncomeEntry.objects.filter(pk__in=replaced).update(superseded_on=context.on)
    bulk.insert(IncomeEntry, _COLUMNS, entries)
    return Saved(created=len(new), updated=len(changed), undo=[entry[0] for entry in entries])


def _entry(
    context: Context, month: Month, row: Row, stated: tuple[str, int, int | None]
) -> tuple[Any, ...]:
    category, fen, old = stated
    reason = f"按“{context.source[:80]}”更正" if old else ""
    return (
        new_uid(), row.village.pk, context.county, category, month.year_to_date()[0].number,
        month.number, fen, context.source[:120], row.number, context.on, old, reason,
    )  # fmt: skip


@transaction.atomic
def undo_income(context: Context, saved: list[Any]) -> int:
    """Takes statements away and puts those in force again that they replaced."""
    require_open(county=context.county, month=_month(context))
    entries = IncomeEntry.objects.filter(uid__in=saved)
    later = entries.exclude(superseded_on=None).values_list("village__name", flat=True)
    if names := list(dict.fromkeys(later)):
        raise conflict(names)
    restored = list(entries.exclude(replaces=None).values_list("replaces_id", flat=True))
    gone, _by_model = entries.delete()
    IncomeEntry.objects.filter(pk__in=restored).update(superseded_on=None)
    return gone
