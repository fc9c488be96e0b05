"""Saving an income sheet: statements of January to a month, corrections as new rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collective_economy.actions.stating import Entry, standing, write
from collective_economy.choices import Category
from collective_economy.models import IncomeEntry
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.declaring import Context, Key, Row, Saved, Values, conflict
from villages.imports.months import require_open
from villages.models import Village

PARTS = {Category.OTHER: "operating_part", Category.SUBSIDY: "regular_part"}
VALUES = (*Category.values, *PARTS.values())


def key_of(row: Row) -> Key:
    """A village stands once in a sheet."""
    return (row.village.code if row.village else "",)


def range_of(context: Context) -> tuple[int, int]:
    """The months that the sheet's amounts are of. Raises `period_missing`."""
    if context.month is None:
        raise DomainError(
            "period_missing", _("不知道这是哪个月的数据。"), _("请选择月份后再导入。")
        )
    first = context.month if context.single_month else Month(context.month.year, 1)
    return first.number, context.month.number


def existing_income(context: Context) -> Mapping[Key, Values]:
    """What is stated for these months, by village and category. Two queries."""
    stated = standing(context.county, *range_of(context))
    pks = {key[0] for key in stated}
    codes = dict(Village.objects.filter(pk__in=pks).values_list("pk", "code")) if pks else {}
    found: dict[Key, Values] = {}
    for (village, category, _first, _last), one in stated.items():
        values = found.setdefault((codes[village],), dict.fromkeys(VALUES))
        values[category] = one.fen
        if part := PARTS.get(Category(category)):
            values[part] = getattr(one, f"{part}_fen")
    return found


@transaction.atomic
def save_income(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Writes what is new; what changed supersedes what was stated before, with the sheet named.

    Raises `month_closed`.
    """
    first, last = range_of(context)
    require_open(county=context.county, month=Month.from_number(last))
    stated = standing(context.county, first, last)
    entries = [one for row in (*new, *changed) for one in _entries(context, row)]
    uids = write(entries, stated, county=context.county, on=context.on)
    return Saved(created=len(new), updated=len(changed), undo=uids)


def _entries(context: Context, row: Row) -> Iterator[Entry]:
    first, last = range_of(context)
    for category in Category:
        fen = row.values.get(category)
        if fen is None:
            continue
        parts = {f"{name}_fen": row.values.get(name) for kind, name in PARTS.items()
                 if kind == category}  # fmt: skip
        yield Entry(
            row.village, str(category), first, last, fen, **parts,
            note=row.values.get(f"{category}_note") or "",
            reason=_("按“%s”更正") % context.source[:80],
            source=context.source, source_row=row.number,
        )  # fmt: skip


@transaction.atomic
def undo_income(context: Context, saved: list[Any]) -> int:
    """Takes statements away and puts those in force again that they replaced."""
    entries = IncomeEntry.objects.filter(uid__in=saved)
    later = entries.exclude(superseded_on=None).values_list("village__name", flat=True)
    require_open(county=context.county, month=Month.from_number(range_of(context)[1]))
    if names := list(dict.fromkeys(later)):
        raise conflict(names)
    restored = list(entries.exclude(replaces=None).values_list("replaces_id", flat=True))
    gone: int = entries.delete()[0]
    IncomeEntry.objects.filter(pk__in=restored).update(superseded_on=None)
    return gone
